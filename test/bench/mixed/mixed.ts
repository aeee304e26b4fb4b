import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cellsOf } from '../../../shared/finding/affectedField.ts'
import type { Grid } from '../../../shared/grid/grid.ts'
import { gridFromJson, type JsonGridContext } from '../../../shared/grid/gridFromJson.ts'
import { readSheet } from '../../../shared/pipeline/readSheet.ts'
import type { Disposition } from '../../../shared/pipeline/sheetReading.ts'
import { SCALE } from '../../../shared/quantity/scaled.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { runCommand } from '../../../worker/cli/commandLine.ts'
import { labelledSheet, sheetNames } from '../../sheets/labelledSheet.ts'
import { byHeadings } from './byHeadings.ts'
import { tenLines } from './tenLines.ts'
import type { Taken } from './way.ts'

const USAGE = `npm run -s mixed -- [FOLDER]

Adds up the books of \`mixed-40\` (test/sheets, or those of a folder) in three ways: by this product, by columns of equal
headings, by a script of ten rules. Prints how many figures are right, wrong and lost, with a word and without one, and
the questions asked; docs/sheets.md says how the ways were defined. \`--verbose\` names each figure that is not right.`

const CITY = '411200'
/** Dispositions under which a figure is not sent before a person has answered. */
const HELD = new Set<Disposition>(['confirm', 'reject_value', 'reject_row'])

interface Label {
  readonly row: number
  readonly indicator: string
  readonly area: string
  readonly node?: string
  readonly cumulative?: number | null
}
interface Labels {
  readonly expect: { readonly tables: readonly { readonly records: readonly Label[] }[] }
}
interface Book {
  readonly name: string
  readonly grid: Grid
  readonly context: JsonGridContext
  /** The figures that belong into the city's sum. */
  readonly labels: readonly (Label & { readonly cumulative: number })[]
}

function asBook(name: string, { expect, ...question }: Labels): readonly Book[] {
  const read = gridFromJson(question)
  const labels = expect.tables
    .flatMap(({ records }) => records)
    .flatMap(({ cumulative, ...label }) => (cumulative == null ? [] : [{ ...label, cumulative }]))
  return read.ok ? [{ name, ...read.value, labels }] : []
}

const booksIn = (folder: string): readonly Book[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'truth.json')
    .sort()
    .flatMap((name) => asBook(name, JSON.parse(readFileSync(join(folder, name), 'utf8'))))

const ownBooks = (): readonly Book[] =>
  sheetNames.flatMap((name) => {
    const sheet = labelledSheet<Labels>(name)
    return sheet.batch === 'mixed-40' ? asBook(name, sheet) : []
  })

/** What became of a book's figures. A figure that nobody reported counts as wrong; what is said counts as flagged. */
interface Outcome {
  right: number
  wrongFlagged: number
  lostFlagged: number
  wrong: number
  lost: number
  questions: number
  /** Books whose every figure is right, and nothing is added that is none. */
  whole: number
}
const nothing = (): Outcome => ({ right: 0, wrongFlagged: 0, lostFlagged: 0, wrong: 0, lost: 0, questions: 0, whole: 0 })
const same = (a: number, b: number) => Math.abs(a - b) < 1e-6

/** A way that says nothing: its numbers against the labels of the same area, whichever indicator they are of (to its favour). */
function judgeTaken(taken: readonly Taken[], { labels }: Book, miss: (what: string) => void): Outcome {
  const outcome = nothing()
  const left = taken.map(({ area, value }) => ({ area: area === '' ? CITY : area, value }))
  const take = (fits: (one: (typeof left)[number]) => boolean): number | undefined => {
    const at = left.findIndex(fits)
    return at < 0 ? undefined : left.splice(at, 1)[0]?.value
  }
  const missed = labels.filter((label) => {
    const isRight = take(({ area, value }) => area === label.area && same(value, label.cumulative)) !== undefined
    if (isRight) outcome.right++
    return !isRight
  })
  for (const label of missed) {
    const value = take(({ area }) => area === label.area)
    outcome[value === undefined ? 'lost' : 'wrong']++
    miss(`${label.indicator} ${label.area}: ${value ?? 'none'} for ${label.cumulative}`)
  }
  for (const { area, value } of left) miss(`${area}: ${value}, which is no figure of the book`)
  outcome.wrong += left.length
  outcome.whole = outcome.wrong + outcome.lost === 0 ? 1 : 0
  return outcome
}

/** This product: a figure's row, subject or column is named by an error, a warning or a question, or it is not. */
function judgeReading({ grid, context: { unit, ...context }, labels }: Book, miss: (what: string) => void): Outcome {
  const outcome = nothing()
  const answer = readSheet(grid, register2021, { ...context, ...(unit === undefined ? {} : { reporter: unit }) })
  if (!answer.ok) {
    // The person is told that the sheet was not understood.
    outcome.lostFlagged = labels.length
    miss(`not read: ${answer.fault.tag}`)
    return outcome
  }
  const { records, findings, questions } = answer.value
  // a ledger is asked about too: whether its rows are to be added up
  const ledgers = answer.value.ledgers.filter(({ isAnswered }) => !isAnswered)
  outcome.questions = questions.length + ledgers.length
  const rowsOf = (cells: readonly string[]) => cells.map((cell) => Number(/\d+/.exec(cell)?.[0]))
  const flaggedRows = new Set([
    ...findings.filter(({ severity }) => severity !== 'info').flatMap((finding) => rowsOf(cellsOf(finding))),
    ...questions.flatMap(({ cells }) => rowsOf(cells)),
    ...ledgers.flatMap(({ sums }) => sums.flatMap(({ rows }) => rows)),
  ])
  const left = new Set(records.filter(({ values }) => values.cumulative != null))
  const judge = (row: number, what: string, kind: 'wrong' | 'lost', held: boolean): void => {
    const isFlagged = flaggedRows.has(row) || held
    outcome[isFlagged ? (kind === 'wrong' ? 'wrongFlagged' : 'lostFlagged') : kind]++
    miss(`${isFlagged ? 'flagged' : 'SILENT'} ${kind}: ${what}`)
  }
  for (const { row, indicator, area, node, cumulative } of labels) {
    const record = records.find(
      (one) => one.origin.row === row && one.subject === indicator && one.area === area && (node === undefined || one.part === node),
    )
    if (record) left.delete(record)
    const value = record?.values.cumulative
    if (value != null && same(value / SCALE, cumulative)) outcome.right++
    else
      judge(
        row,
        `row ${row} ${indicator} ${area}: ${value == null ? 'none' : value / SCALE} for ${cumulative}`,
        value == null ? 'lost' : 'wrong',
        record !== undefined && HELD.has(record.disposition),
      )
  }
  for (const { origin, subject, area, values, disposition } of left)
    judge(
      origin.row,
      `row ${origin.row} ${subject} ${area}: ${(values.cumulative ?? 0) / SCALE}, which is no figure of the book`,
      'wrong',
      HELD.has(disposition),
    )
  outcome.whole = outcome.right === labels.length && left.size === 0 ? 1 : 0
  return outcome
}

await runCommand(
  { usage: USAGE, takesWords: true, options: { verbose: { type: 'boolean' } } },
  ({ values: { verbose }, words: [folder] }) => {
    const books = folder === undefined ? ownBooks() : booksIn(folder)
    const figures = books.reduce((sum, { labels }) => sum + labels.length, 0)
    console.log(`${books.length} books, ${figures} figures\n`)
    console.log('| | right | wrong, said | lost, said | wrong without a word | lost without a word | questions | whole books |')
    console.log(`|${' --- |'.repeat(8)}`)
    const ways = [
      ['this product', judgeReading],
      ['columns of equal headings', (book: Book, miss: (what: string) => void) => judgeTaken(byHeadings(book.grid), book, miss)],
      ['a script of ten rules', (book: Book, miss: (what: string) => void) => judgeTaken(tenLines(book.grid), book, miss)],
    ] as const
    const misses: string[] = []
    for (const [name, judge] of ways) {
      const total = nothing()
      for (const book of books) {
        const one = judge(book, (what) => misses.push(`${name}: ${book.name}: ${what}`))
        for (const key of ['right', 'wrongFlagged', 'lostFlagged', 'wrong', 'lost', 'questions', 'whole'] as const) total[key] += one[key]
      }
      const { right, wrongFlagged, lostFlagged, wrong, lost, questions, whole } = total
      console.log(`| ${name} | ${[right, wrongFlagged, lostFlagged, wrong, lost, questions, whole].join(' | ')} |`)
    }
    if (verbose === true) for (const miss of misses) console.log(`  ${miss}`)
    return 0
  },
)
