import { readFileSync, writeFileSync } from 'node:fs'
import { isOneOf } from '../../shared/base/keysOf.ts'
import { endOfMonth } from '../../shared/quantity/dates/calendar.ts'
import { chinaDay } from '../../shared/quantity/dates/chinaDay.ts'
import { register2021 } from '../../shared/register/year2021/register2021.ts'
import { askDays, askMonths } from './askedTime.ts'
import { runCommand, WrongUse } from './commandLine.ts'
import { readRegister } from './report/readRegister.ts'
import { readSource } from './report/readSource.ts'

const USAGE = `npm run -s report -- --period YYYY-MM --out FILE [--format docx|xlsx|text] [--kind report|circular|sources|reminders|lint|proposals|sheet]

The report, the circular, the reminders of a period, as files.
  --demo                 the document's own 23 tasks and texts, without a server
  --server URL           otherwise: where the API is; the token of a coordinator in REPORT_TOKEN
  --formal               a formal report or circular, or the sources of a report (--kind sources, .xlsx); --issuer --number
                         --signatory --addressee --date fill its letterhead, --annexes (a line each) its list of annexes,
                         --copy-to --printed-by --printed-on its foot; --lead and --demands are a circular's 导语 and 要求
  --on YYYY-MM-DD        the day that forecasts and the demo's lights are judged on (default: the period's last day)
  --deadline, --today    for reminders (default: the period's soft deadline, and today; of the demo
                         the day that it is judged on)
  --register FILE        another city's register (docs/register.md), for --lint and --layout
  --previous FILE        last period's report as text, for the lint
  --layout FILE --unit U a unit's last sheet (.xlsx), prepared for the next period (--kind sheet)
  --lint FILE            checks a report somebody wrote, instead of writing one
Exit 0: written; 1: could not; 2: asked wrongly.`

const OPTIONS = {
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
  annexes: { type: 'string' },
  'copy-to': { type: 'string' },
  'printed-by': { type: 'string' },
  'printed-on': { type: 'string' },
  lead: { type: 'string' },
  demands: { type: 'string' },
  on: { type: 'string' },
  deadline: { type: 'string' },
  today: { type: 'string' },
  previous: { type: 'string' },
  lint: { type: 'string' },
  layout: { type: 'string' },
  unit: { type: 'string' },
  register: { type: 'string' },
} as const

const FORMATS = ['docx', 'xlsx', 'text'] as const
const KINDS = ['report', 'circular', 'sources', 'reminders', 'lint', 'proposals', 'sheet'] as const

const textOf = (file: string | undefined): string | undefined => (file === undefined ? undefined : readFileSync(file, 'utf8'))

await runCommand({ usage: USAGE, options: OPTIONS }, async ({ values }) => {
  const { kind, format } = values
  const period = values.period ?? (values.demo || values.lint ? '2021-05' : undefined)
  if (period === undefined) throw new WrongUse('Which period?')
  const { on, deadline, today, date } = values
  const printedOn = values['printed-on']
  askMonths({ period })
  askDays({ on, deadline, today, date, 'printed-on': printedOn })
  if (!isOneOf(FORMATS, format)) throw new WrongUse(`--format ${format} is none of ${FORMATS.join(', ')}.`)
  if (!isOneOf(KINDS, kind)) throw new WrongUse(`--kind ${kind} is none of ${KINDS.join(', ')}.`)
  const register = values.register === undefined ? register2021 : readRegister(values.register)
  if (typeof register === 'string') throw new Error(register)
  if (kind === 'sheet') {
    const { prefill } = await import('./report/prefill.ts')
    return prefill({ ...values, period, register })
  }
  const source = await readSource({
    period,
    demo: values.demo || values.lint !== undefined,
    on,
    server: values.server,
    token: process.env.REPORT_TOKEN,
  })
  if (!source.ok) throw new (source.fault.tag === 'askedWrongly' ? WrongUse : Error)(source.fault.message)
  // The writers of Word and Excel files take longer to load than a report takes to write: only now.
  const { writeDocument } = await import('../document/writeDocument.ts')
  const written = await writeDocument(values.lint === undefined ? source.value : { ...source.value, register }, {
    ...values,
    copyTo: values['copy-to'],
    printedBy: values['printed-by'],
    printedOn,
    kind,
    format,
    period,
    // the demo is of its own days: nobody is years late in it
    today: today ?? (values.demo ? (on ?? endOfMonth(period)) : undefined) ?? chinaDay(new Date().toISOString()),
    previous: textOf(values.previous),
    lintOf: textOf(values.lint),
  })
  for (const line of written.notes) console.error(line)
  if (values.out !== undefined) writeFileSync(values.out, written.content)
  else if (typeof written.content === 'string') process.stdout.write(written.content)
  else throw new WrongUse('--out FILE is needed for a file of this format.')
  return 0
})
