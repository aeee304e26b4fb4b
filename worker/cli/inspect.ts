import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { CsvChoice } from '../../shared/grid/csv/readCsv.ts'
import { readFile } from '../../shared/grid/files/readFile.ts'
import type { Grid } from '../../shared/grid/grid.ts'
import { gridFromJson, type JsonGridContext } from '../../shared/grid/gridFromJson.ts'
import { readingDocument } from '../../shared/pipeline/readingDocument.ts'
import { readSheet } from '../../shared/pipeline/readSheet.ts'
import type { ReadingContext } from '../../shared/record/reading.ts'
import type { Register } from '../../shared/register/register.ts'
import { register2021 } from '../../shared/register/year2021/register2021.ts'
import { askDays, askMonths, askYears } from './askedTime.ts'
import { type Asked, runCommand, WrongUse } from './commandLine.ts'
import { type LabelledText, narrativeAnswers } from './narrativeAnswers.ts'
import { printFault, printReading, type UnreadFault } from './printReading.ts'
import { readRegister } from './report/readRegister.ts'

const USAGE = `npm run -s inspect -- [--unit U] [--period YYYY-MM] [--year Y] [--today YYYY-MM-DD] [--register FILE] [--encoding E] [--human] FILE …

What sheets say and what is wrong with them, without a pane. FILE is a workbook
(.xlsx, .xls, .et, .ods, .xlsb), a text with separators (.csv), a web page with a table, told by its content (docs/files.md), or
a JSON grid. Prints one JSON document for one sheet, and one a line for several (a workbook's further sheets count).
--unit, --period, --year, --today  who reports, for when; what a JSON grid itself says of it wins
--register FILE                    another city's register (docs/register.md)
--encoding E                       of texts with separators: utf-8, utf-16le, utf-16be, gbk, gb18030, where it is not certain
--human                            for people, in Chinese

npm run -s inspect -- --narrative FILE …

What texts of 进展情况 claim. FILE is a list of texts with their tasks (test/narratives). Prints one JSON list for one file,
and one a line for several.

Exit 0: read; 1: a file could not be read; 2: asked wrongly, or the register does not hold.`

const OPTIONS = {
  unit: { type: 'string' },
  period: { type: 'string' },
  year: { type: 'string' },
  today: { type: 'string' },
  register: { type: 'string' },
  encoding: { type: 'string' },
  human: { type: 'boolean' },
  narrative: { type: 'boolean' },
} as const
const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gbk', 'gb18030'] as const
type Options = Asked<typeof OPTIONS>['values']

/** A sheet that could be opened, and what its file itself says of who reports when. */
interface OpenSheet {
  readonly file: string
  readonly grid: Grid
  readonly context: JsonGridContext
}
type SheetOfFile = Result<Omit<OpenSheet, 'file'>, UnreadFault>

/** The sheets of a workbook, or of a JSON file (one grid or a list of them); a fault where there is none. */
async function sheetsOf(file: string, choice: CsvChoice): Promise<readonly SheetOfFile[]> {
  if (!existsSync(file)) return [fail({ tag: 'notFound' })]
  const bytes: Uint8Array = readFileSync(file)
  if (!startsAsJson(bytes)) {
    const read = await readFile(bytes, basename(file), choice)
    return read.ok ? read.value.grids.map((grid) => ok({ grid, context: {} })) : [read]
  }
  let document: unknown
  try {
    document = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return [fail({ tag: 'notJson' })]
  }
  return (Array.isArray(document) ? document : [document]).map(gridFromJson)
}

/** Whether the first byte that is neither blank nor a byte order mark opens a JSON object or list. */
function startsAsJson(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => byte > 0x20 && !BYTE_ORDER_MARK.includes(byte))
  return first === 0x7b || first === 0x5b
}
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]

/** What a reading is told of who reports when: the file's own word first, then the options, the year out of the period. */
function contextOf(file: JsonGridContext, options: Options): ReadingContext {
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

/** How texts with separators are to be read, where somebody says so. */
function choiceOf(encoding: string | undefined): CsvChoice {
  if (encoding === undefined) return {}
  const known = ENCODINGS.find((one) => one === encoding)
  if (known === undefined) throw new WrongUse(`--encoding is one of ${ENCODINGS.join(', ')}`)
  return { encoding: known }
}

/** What is printed of a sheet that could be opened: its reading, or why there is none. */
function answerOf({ file, grid, context }: OpenSheet, options: Options, register: Register): unknown {
  const reading = readSheet(grid, register, contextOf(context, options))
  if (options.human) return `${file}\n${reading.ok ? printReading(reading.value, register) : `  ${printFault(reading.fault)}`}`
  return reading.ok
    ? { file, ...readingDocument(reading.value, register) }
    : { file, sheet_name: grid.sheetName, fault: reading.fault, tables: [], findings: [] }
}

/** The texts of a file, taken as what it is said to be: `narrativeAnswers` bears what is missing. */
const labelledTexts = (file: string): readonly LabelledText[] => JSON.parse(readFileSync(file, 'utf8'))

/** One document is for reading and spans lines; of several each has its own line. */
function printDocuments(documents: readonly unknown[]): void {
  const [first] = documents
  if (documents.length === 1) console.log(JSON.stringify(first, null, 1))
  else for (const document of documents) console.log(JSON.stringify(document))
}

await runCommand({ usage: USAGE, options: OPTIONS, takesWords: true }, async ({ values, words: files }) => {
  if (files.length === 0) throw new WrongUse('Which file?')
  askMonths({ period: values.period })
  askYears({ year: values.year })
  askDays({ today: values.today })
  if (values.narrative) {
    printDocuments(files.map((file) => narrativeAnswers(labelledTexts(file))))
    return 0
  }
  const choice = choiceOf(values.encoding)
  const register = values.register === undefined ? register2021 : readRegister(values.register)
  if (typeof register === 'string') throw new WrongUse(register)
  const answers: unknown[] = []
  let failed = 0
  for (const file of files) {
    for (const sheet of await sheetsOf(file, choice)) {
      if (sheet.ok) {
        answers.push(answerOf({ file, ...sheet.value }, values, register))
        continue
      }
      failed++
      answers.push(values.human ? `${file}\n  ${printFault(sheet.fault)}` : { file, fault: sheet.fault, tables: [], findings: [] })
    }
  }
  if (values.human) console.log(answers.join('\n\n'))
  else printDocuments(answers)
  return failed > 0 ? 1 : 0
})
