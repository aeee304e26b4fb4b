import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isOneOf } from '../../shared/base/keysOf.ts'
import { register2021 } from '../../shared/register/year2021/register2021.ts'
import { writeDocument } from '../document/writeDocument.ts'
import { prefill } from './report/prefill.ts'
import { readRegister } from './report/readRegister.ts'
import { readSource } from './report/readSource.ts'

const USAGE = `npm run -s report -- --period YYYY-MM --out FILE [--format docx|xlsx|text] [--kind report|circular|reminders|lint|proposals|sheet]
  --demo                 the document's own 23 tasks and texts, without a server
  --server URL           otherwise: where the API is; the token of a coordinator in REPORT_TOKEN
  --formal               a formal report; --issuer --number --signatory --addressee --date fill its letterhead
  --on YYYY-MM-DD        the day that forecasts and the demo's lights are judged on (default: the period's last day)
  --deadline, --today    for reminders (default: the period's soft deadline, and today)
  --register FILE        another city's register (docs/register.md), for --lint and --layout
  --previous FILE        last period's report as text, for the lint
  --layout FILE --unit U a unit's last sheet (.xlsx), prepared for the next period (--kind sheet)
  --lint FILE            looks at a report somebody wrote, instead of writing one`

const FORMATS = ['docx', 'xlsx', 'text'] as const
const KINDS = ['report', 'circular', 'reminders', 'lint', 'proposals', 'sheet'] as const

/** The report, the circular, the reminders of a period, as files. Exit 0: written; 1: could not; 2: asked wrongly. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      period: { type: 'string' },
      out: { type: 'string' },
      format: { type: 'string', default: 'docx' },
      kind: { type: 'string', default: 'report' },
      demo: { type: 'boolean', default: false },
      server: { type: 'string' },
      formal: { type: 'boolean', default: false },
      issuer: { type: 'string' },
      number: { type: 'string' },
      signatory: { type: 'string' },
      addressee: { type: 'string' },
      date: { type: 'string' },
      on: { type: 'string' },
      deadline: { type: 'string' },
      today: { type: 'string' },
      previous: { type: 'string' },
      lint: { type: 'string' },
      layout: { type: 'string' },
      unit: { type: 'string' },
      register: { type: 'string' },
    },
  })
  const period = values.period ?? (values.demo || values.lint ? '2021-05' : undefined)
  const { kind, format } = values
  const known = isOneOf(FORMATS, format) && isOneOf(KINDS, kind)
  if (period === undefined || !/^20\d\d-(0[1-9]|1[0-2])$/.test(period) || !known) {
    console.error(USAGE)
    return 2
  }
  const register = values.register === undefined ? register2021 : readRegister(values.register)
  if (typeof register === 'string') {
    console.error(register)
    return 1
  }
  if (kind === 'sheet') return prefill({ ...values, period, register })
  const source = await readSource({
    period,
    demo: values.demo || values.lint !== undefined,
    on: values.on,
    server: values.server,
    token: process.env.REPORT_TOKEN,
  })
  if (!source.ok) {
    console.error(source.fault.message)
    return source.fault.tag === 'askedWrongly' ? 2 : 1
  }
  const written = await writeDocument(values.lint === undefined ? source.value : { ...source.value, register }, {
    ...values,
    kind,
    format,
    period,
    today: values.today ?? new Date().toISOString().slice(0, 10),
    previous: values.previous === undefined ? undefined : readFileSync(values.previous, 'utf8'),
    lintOf: values.lint === undefined ? undefined : readFileSync(values.lint, 'utf8'),
  })
  for (const line of written.notes) console.error(line)
  if (values.out === undefined && typeof written.content !== 'string') {
    console.error('--out FILE is needed for a file of this format')
    return 2
  }
  if (values.out === undefined) process.stdout.write(written.content)
  else writeFileSync(values.out, written.content)
  return 0
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  return (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') ? 2 : 1
})
