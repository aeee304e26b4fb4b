import { readdirSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { columnOf } from '../../shared/grid/a1.ts'
import type { Grid } from '../../shared/grid/grid.ts'
import { gridFromJson, type JsonGridContext } from '../../shared/grid/gridFromJson.ts'
import type { readSheet as ReadSheet } from '../../shared/pipeline/readSheet.ts'
import { SCALE } from '../../shared/quantity/scaled.ts'
import { register2021 } from '../../shared/register/year2021/register2021.ts'
import { runCommand } from '../../worker/cli/commandLine.ts'
import { labelledSheet, sheetNames } from '../sheets/labelledSheet.ts'

const USAGE = `npm run -s evidence -- [FOLDER]

Reads every labelled sheet (test/sheets, or those of a folder) with each evidence for the roles of columns left out in turn, as it is and with the headings of
its completed figures made unknown (数据), and prints how many of the labelled figures are right; then how sure the columns of
figures were said to be against how many figures are right. Takes about a minute.`

/** An evidence, and what is changed in which source where it is left out: a function that finds nothing, or weights of 0. */
interface Evidence {
  readonly name: string
  readonly file: string
  readonly without: (source: string) => string
}

const finds = (name: string, nothing: string) => (source: string) =>
  `${source.replace(`export function ${name}(`, `function ${name}Unused(`)}\nexport const ${name} = () => ${nothing}\n`
const weighs0 =
  (...names: readonly string[]) =>
  (source: string) =>
    names.reduce((text, name) => text.replace(new RegExp(`(\\n  ${name}: )-?[\\d.]+`, 'u'), '$10'), source)

const EVIDENCE: readonly Evidence[] = [
  { name: 'percentages made of two columns', file: 'percentFits.ts', without: finds('percentFits', '[]') },
  { name: 'steps that add up', file: 'stepFits.ts', without: finds('stepFits', '[]') },
  { name: 'rows that add up others', file: 'rowSums.ts', without: finds('rowSums', 'new Map()') },
  { name: 'registered targets', file: 'weights.ts', without: weighs0('targets') },
  { name: 'time over the column', file: 'weights.ts', without: weighs0('timeFits', 'timeSpeaksAgainst', 'timeExcludes') },
  { name: 'stage and the register’s verb', file: 'weights.ts', without: weighs0('counted') },
  { name: 'figures left unread', file: 'weights.ts', without: weighs0('unread', 'knownUnread', 'percentageLost') },
  { name: 'all of them (words alone)', file: 'weights.ts', without: (source) => source.replace(/GATE = [\d.]+/u, 'GATE = 1e9') },
]

/** Every source of `shared` is loaded anew for an evidence, by a query that goes on to what it imports. */
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    const without = new URL(context.parentURL ?? 'file:///').searchParams.get('without')
    return without !== null && found.url.includes('/shared/') ? { ...found, url: `${found.url}?without=${without}` } : found
  },
  load(url, context, next) {
    const address = new URL(url)
    const evidence = EVIDENCE[Number(address.searchParams.get('without') ?? -1)]
    if (!evidence || !address.pathname.endsWith(`/sheet/reading/${evidence.file}`)) return next(url, context)
    return { format: 'module-typescript', source: evidence.without(readFileSync(address.pathname, 'utf8')), shortCircuit: true }
  },
})

/** A record as it is labelled, figures in the base measure. */
interface Label {
  readonly row: number
  readonly indicator: string
  readonly area: string
  readonly node?: string
  readonly cumulative?: number | null
  readonly target?: number | null
  readonly stated_percent?: number | null
}
interface Labels {
  readonly expect: { readonly tables: readonly { readonly records: readonly Label[] }[] }
}

interface Sheet {
  readonly grid: Grid
  readonly context: JsonGridContext
  readonly labels: readonly Label[]
}

function asSheet({ expect, ...question }: Labels): readonly Sheet[] {
  const read = gridFromJson(question)
  return read.ok ? [{ ...read.value, labels: expect.tables.flatMap(({ records }) => records) }] : []
}

/** Labelled sheets of a folder outside the project, taken as what they are said to be. */
const sheetsIn = (folder: string): readonly Sheet[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => asSheet(JSON.parse(readFileSync(join(folder, name), 'utf8'))))

const read = (readSheet: typeof ReadSheet, { grid, context: { unit, ...context } }: Omit<Sheet, 'labels'>) => {
  const reading = readSheet(grid, register2021, { ...context, ...(unit === undefined ? {} : { reporter: unit }) })
  return reading.ok ? reading.value : undefined
}

/** Figures (what is completed) that are right, wrong and missing, targets and percentages that are right, and questions. */
interface Score {
  right: number
  wrong: number
  missing: number
  others: number
  questions: number
}

const OTHERS = [
  ['target', 'target'],
  ['stated_percent', 'statedPercent'],
] as const

function score(readSheet: typeof ReadSheet, sheets: readonly Sheet[]): Score {
  const count: Score = { right: 0, wrong: 0, missing: 0, others: 0, questions: 0 }
  for (const sheet of sheets) {
    const reading = read(readSheet, sheet)
    count.questions += reading?.questions.length ?? 0
    for (const label of sheet.labels) {
      const values = reading?.records.find(
        ({ origin, subject, area, part }) =>
          origin.row === label.row &&
          subject === label.indicator &&
          area === label.area &&
          (label.node === undefined || part === label.node),
      )?.values
      if (label.cumulative != null) count[verdict(values?.cumulative, label.cumulative)]++
      for (const [name, field] of OTHERS) {
        const wanted = label[name]
        if (wanted != null && verdict(values?.[field], wanted) === 'right') count.others++
      }
    }
  }
  return count
}

const verdict = (value: number | null | undefined, wanted: number): 'right' | 'wrong' | 'missing' =>
  value == null ? 'missing' : Math.abs(value / SCALE - wanted) < 1e-6 ? 'right' : 'wrong'

/** How sure a figure's column was said to be, from this on. */
const SAID = [0.95, 0.85, 0.7, 0] as const

/** For each of `SAID`, of the figures read from columns of that confidence, how many are right and how many there are. */
function confidence(readSheet: typeof ReadSheet, sheets: readonly Sheet[]) {
  const bins = SAID.map((from) => ({ from, right: 0, all: 0 }))
  for (const sheet of sheets) {
    const reading = read(readSheet, sheet)
    for (const { origin, subject, area, values } of reading?.records ?? []) {
      const column = columnOf(origin.cells.cumulative ?? '')
      const table = reading?.tables.find(
        ({ dataRows, columns }) => dataRows.includes(origin.row) && columns.some((one) => one.column === column),
      )
      const sure = table?.columns.find((one) => one.column === column)?.why.confidence
      const bin = sure === undefined || values.cumulative == null ? undefined : bins.find(({ from }) => sure >= from)
      if (!bin) continue
      bin.all++
      const label = sheet.labels.find((one) => one.row === origin.row && one.indicator === subject && one.area === area)
      if (label?.cumulative != null && verdict(values.cumulative, label.cumulative) === 'right') bin.right++
    }
  }
  return bins
}

/** The sheet with unknown words over each of its completed figures, where another column is known to be the target. */
function withoutWords(readSheet: typeof ReadSheet, sheet: Sheet): readonly Sheet[] {
  const tables = read(readSheet, sheet)?.tables ?? []
  const cells = sheet.grid.cells.map((row) => [...row])
  let changed = 0
  for (const { columns, headerRows } of tables) {
    if (!columns.some(({ field, aside }) => field === 'target' && !aside)) continue
    for (const { column, field, aside, derived } of columns) {
      if (field !== 'cumulative' || aside || derived) continue
      const row = headerRows.findLast((one) => cells[one - 1]?.[column - 1] != null)
      const line = row === undefined ? undefined : cells[row - 1]
      if (!line) continue
      line[column - 1] = '数据'
      changed++
    }
  }
  return changed > 0 ? [{ ...sheet, grid: { ...sheet.grid, cells } }] : []
}

await runCommand({ usage: USAGE, takesWords: true }, async ({ words: [folder] }) => {
  const sheets = folder === undefined ? sheetNames.flatMap((name) => asSheet(labelledSheet<Labels>(name))) : sheetsIn(folder)
  const { readSheet } = await import('../../shared/pipeline/readSheet.ts')
  const altered = sheets.flatMap((sheet) => withoutWords(readSheet, sheet))
  const line = (name: string, reader: typeof ReadSheet): void => {
    const cells = [sheets, altered].map((asked) => {
      const { right, wrong, missing, others, questions } = score(reader, asked)
      return `${right} | ${wrong} | ${missing} | ${others} | ${questions}`
    })
    console.log(`| ${name} | ${cells.join(' | ')} |`)
  }
  console.log(`${sheets.length} sheets as they are, and ${altered.length} with unknown headings of figures:\n`)
  console.log(`| left out${' | right | wrong | missing | others right | questions'.repeat(2)} |\n| --- |${' --- |'.repeat(10)}`)
  line('nothing left out', readSheet)
  for (const [at, { name }] of EVIDENCE.entries()) {
    const module = `../../shared/pipeline/readSheet.ts?without=${at}`
    const without: { readonly readSheet: typeof ReadSheet } = await import(module)
    line(name, without.readSheet)
  }
  console.log(
    '\n| a figure’s column is said to be sure from | right | of | with unknown headings, right | of |\n| --- | --- | --- | --- | --- |',
  )
  const [known, unknown] = [confidence(readSheet, sheets), confidence(readSheet, altered)]
  for (const [i, { from, right, all }] of known.entries())
    console.log(`| ${from} | ${right} | ${all} | ${unknown[i]?.right} | ${unknown[i]?.all} |`)
})
