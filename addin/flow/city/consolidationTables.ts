import { asScaled, decimalFromScaled } from '../../../shared/quantity/scaled.ts'
import type { Register } from '../../../shared/register/register.ts'
import { areaName, indicatorById, unitName } from '../../../shared/register/registerIndex.ts'
import type { Consolidation, Disagreement, Source } from '../../../shared/wire/consolidation.ts'
import type { SheetCell } from '../../ports/sheetDocument.ts'
import { countCell, figureCell, textCell } from '../makeCells.ts'
import { gapNames, sideName } from './consolidationNames.ts'
import type { ConsolidationWords } from './consolidationWords.ts'

/** A column of a table below the figures, which reaches from a column of the sheet to another, by number. */
interface Span {
  readonly heading: string
  readonly from: number
  readonly to: number
}
interface TableColumn<T> extends Span {
  cell(entry: T): SheetCell
}

/** A table below the figures, a row of cells for each of its entries. */
export interface ConsolidationTable {
  readonly title: string
  readonly columns: readonly Span[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** Said instead of a table without rows. */
  readonly none: string
}

/** What the tables are made from; `width` is the number of the sheet's columns. */
interface TableInputs {
  readonly answer: Consolidation
  readonly register: Register
  readonly words: ConsolidationWords
  readonly width: number
}

/** Rows named of a sum: more are counted. */
const NAMED_SOURCES = 6

/** What is below the figures: who reported in time, ranks, disagreements, and who lacks what. */
export const consolidationTables = (inputs: TableInputs): readonly ConsolidationTable[] => [
  completenessTable(inputs),
  rankingTable(inputs),
  disagreementTable(inputs),
  unreportedTable(inputs),
]

const tableOf = <T>(
  words: { readonly title: string; readonly none: string },
  columns: readonly TableColumn<T>[],
  entries: readonly T[],
): ConsolidationTable => ({
  title: words.title,
  none: words.none,
  columns,
  rows: entries.map((entry) => columns.map((column) => column.cell(entry))),
})

function completenessTable({ answer, words }: TableInputs): ConsolidationTable {
  const of = words.completeness
  return tableOf<Consolidation['completeness']>(
    { title: of.title, none: '' },
    [
      { heading: of.due, from: 1, to: 1, cell: ({ due }) => countCell(due) },
      { heading: of.reported, from: 2, to: 2, cell: ({ reported }) => countCell(reported) },
      { heading: of.onTime, from: 3, to: 3, cell: ({ onTime }) => countCell(onTime) },
      // The narrow columns of the sheet are taken two at a time.
      { heading: of.late, from: 4, to: 5, cell: ({ late }) => countCell(late) },
      { heading: of.unreported, from: 6, to: 7, cell: ({ unreported }) => countCell(unreported) },
    ],
    [answer.completeness],
  )
}

function rankingTable({ answer, register, words }: TableInputs): ConsolidationTable {
  const of = words.ranking
  return tableOf<Consolidation['ranking'][number]>(
    of,
    [
      { heading: of.rank, from: 1, to: 1, cell: ({ rank }) => countCell(rank) },
      { heading: of.area, from: 2, to: 2, cell: ({ area }) => textCell(areaName(register, area)) },
      { heading: of.score, from: 3, to: 3, cell: ({ score }) => figureCell(score, 'percent') },
    ],
    answer.ranking,
  )
}

function disagreementTable({ answer, register, words, width }: TableInputs): ConsolidationTable {
  const of = words.disagreements
  const side = (one: Disagreement['ofRecord']): SheetCell =>
    textCell(of.side(sideName(register, one, words), decimalFromScaled(asScaled(one.value))))
  return tableOf<Disagreement>(
    of,
    [
      {
        heading: of.indicator,
        from: 1,
        to: 2,
        cell: ({ indicator }) => textCell(indicatorById(register, indicator)?.name ?? indicator),
      },
      { heading: of.area, from: 3, to: 3, cell: ({ area }) => textCell(areaName(register, area)) },
      { heading: of.ofRecord, from: 4, to: 6, cell: ({ ofRecord }) => side(ofRecord) },
      { heading: of.other, from: 7, to: 9, cell: ({ other }) => side(other) },
      { heading: of.difference, from: 10, to: 10, cell: ({ difference }) => figureCell(difference) },
      {
        heading: of.sources,
        from: 11,
        to: width,
        cell: ({ ofRecord, other }) => textCell(sourcesText([...ofRecord.sources, ...other.sources], register, words)),
      },
    ],
    answer.disagreements,
  )
}

function sourcesText(sources: readonly Source[], register: Register, words: ConsolidationWords): string {
  const named = sources
    .slice(0, NAMED_SOURCES)
    .map(({ reporter, cell, version, by }) => words.disagreements.source(unitName(register, reporter), cell, version, by))
  return `${named.join('；')}${sources.length > NAMED_SOURCES ? '…' : ''}`
}

function unreportedTable({ answer, register, words, width }: TableInputs): ConsolidationTable {
  const of = words.unreported
  return tableOf<Consolidation['reporters'][number]>(
    of,
    [
      { heading: of.unit, from: 1, to: 1, cell: ({ name }) => textCell(name) },
      {
        heading: of.timeliness,
        from: 2,
        to: 2,
        cell: ({ timeliness, deadline }) =>
          textCell(words.timeliness(timeliness, deadline), timeliness === 'missing' || timeliness === 'late' ? 'missing' : 'body'),
      },
      { heading: of.count, from: 3, to: 3, cell: ({ reported, required }) => textCell(words.count(reported, required)) },
      {
        heading: of.what,
        from: 4,
        to: width,
        cell: (one) => (one.missing.length === 0 ? textCell('') : textCell(gapNames(one, register, words), 'missing')),
      },
    ],
    answer.reporters.filter(({ missing, completeAt }) => missing.length > 0 || completeAt === null),
  )
}
