import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import ExcelJS from 'exceljs'
import type { Grid } from '../../shared/grid/grid.ts'
import { gridFromJson, type JsonGridContext } from '../../shared/grid/gridFromJson.ts'
import { readXlsx } from '../../shared/grid/readXlsx.ts'
import { readingDocument } from '../../shared/pipeline/readingDocument.ts'
import { readSheet } from '../../shared/pipeline/readSheet.ts'
import type { ReadingContext } from '../../shared/record/reading.ts'
import type { Register } from '../../shared/register/register.ts'
import { parseRegister } from '../../shared/register/registerSchema.ts'
import { register2021 } from '../../shared/register/year2021/register2021.ts'
import { type LabelledText, narrativeAnswers } from './narrative.ts'
import { printFault, printReading } from './printReading.ts'

/**
 * npm run -s inspect -- FILE [FILE …]: what sheets say, without a pane. FILE is an .xlsx or a JSON grid. Prints one JSON
 * document for one sheet, and one a line for several (a workbook's further sheets count). Options: --unit --period
 * --year --today (the file's own context wins), --human, --register FILE, --narrative FILE.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      unit: { type: 'string' },
      period: { type: 'string' },
      year: { type: 'string' },
      today: { type: 'string' },
      register: { type: 'string' },
      human: { type: 'boolean' },
      narrative: { type: 'boolean' },
    },
  })
  if (positionals.length === 0) {
    console.error('usage: inspect [--unit U] [--period YYYY-MM] [--year Y] [--today D] [--register FILE] [--human] [--narrative] FILE …')
    return 2
  }
  if (values.narrative) {
    for (const file of positionals)
      console.log(JSON.stringify(narrativeAnswers(JSON.parse(readFileSync(file, 'utf8')) as readonly LabelledText[]), null, 1))
    return 0
  }
  const register = values.register === undefined ? register2021 : registerIn(values.register)
  if (!register) return 2
  const answers: unknown[] = []
  let failed = 0
  for (const file of positionals) {
    for (const { grid, context, fault } of await sheetsOf(file)) {
      if (!grid) {
        failed++
        answers.push(values.human ? `${file}\n  ${printFault(fault as { tag: string })}` : { file, fault, tables: [], findings: [] })
        continue
      }
      const reading = readSheet(grid, register, contextOf(context, values))
      if (values.human) {
        answers.push(`${file}\n${reading.ok ? printReading(reading.value, register) : `  ${printFault(reading.fault)}`}`)
        continue
      }
      answers.push(
        reading.ok
          ? { file, ...readingDocument(reading.value, register) }
          : { file, sheet_name: grid.sheetName, fault: reading.fault, tables: [], findings: [] },
      )
    }
  }
  if (values.human) console.log(answers.join('\n\n'))
  else console.log(answers.length === 1 ? JSON.stringify(answers[0], null, 1) : answers.map((answer) => JSON.stringify(answer)).join('\n'))
  return failed > 0 ? 1 : 0
}

/** The register of another city or year (docs/register.md); what is wrong with it is printed, and nothing else happens. */
function registerIn(file: string): Register | undefined {
  let document: unknown
  try {
    document = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    console.error(`${file}: not a JSON file`)
    return undefined
  }
  const register = parseRegister(document)
  if (register.ok) return register.value
  console.error(`${file}: ${JSON.stringify(register.fault)}`)
  return undefined
}

interface FileSheet {
  readonly grid?: Grid
  readonly context: JsonGridContext
  readonly fault?: unknown
}

async function sheetsOf(file: string): Promise<readonly FileSheet[]> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch {
    return [{ context: {}, fault: { tag: 'notFound' } }]
  }
  const first = bytes.find((byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf)
  if (first !== 0x7b && first !== 0x5b) {
    const grids = await readXlsx(bytes, () => new ExcelJS.Workbook())
    return grids.ok ? grids.value.map((grid) => ({ grid, context: {} })) : [{ context: {}, fault: grids.fault }]
  }
  let document: unknown
  try {
    document = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return [{ context: {}, fault: { tag: 'notJson' } }]
  }
  return (Array.isArray(document) ? document : [document]).map((one) => {
    const read = gridFromJson(one)
    return read.ok ? read.value : { context: {}, fault: read.fault }
  })
}

function contextOf(
  file: JsonGridContext,
  options: { unit?: string | undefined; period?: string | undefined; year?: string | undefined; today?: string | undefined },
): ReadingContext {
  const reporter = file.unit ?? options.unit
  const period = file.period ?? options.period
  const year = file.year ?? (options.year ? Number(options.year) : period ? Number(period.slice(0, 4)) : undefined)
  const today = file.today ?? options.today
  return {
    ...(reporter === undefined ? {} : { reporter }),
    ...(period === undefined ? {} : { period }),
    ...(year === undefined ? {} : { year }),
    ...(today === undefined ? {} : { today }),
  }
}

process.exitCode = await main()
