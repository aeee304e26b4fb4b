import { namesApart } from '../../../shared/base/namesApart.ts'
import type { Register } from '../../../shared/register/register.ts'
import { areaName, indicatorById, unitName } from '../../../shared/register/registerIndex.ts'
import type { Consolidation, Disagreement, Source } from '../../../shared/wire/consolidation.ts'
import type { SheetCell } from '../../ports/sheetDocument.ts'
import { blankCell, countCell, figureCell, textCell } from '../makeCells.ts'
import type { KeyedTable, TableColumn } from '../refresh/keyedSheet.ts'
import { differingDays, gapNames, indicatorNames, sideName, standingOf } from './consolidationNames.ts'
import type { ConsolidationWords } from './consolidationWords.ts'
import { countyTable } from './countyTable.ts'
import { reportText } from './figureCells.ts'

/** A column of a table below the figures, with its cell of an entry. */
interface Column<T> extends TableColumn {
  cell(entry: T): SheetCell
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
export const consolidationTables = (inputs: TableInputs): readonly KeyedTable[] => [
  completenessTable(inputs),
  countyTable(inputs.answer, inputs.register, inputs.words, inputs.width),
  rankingTable(inputs),
  disagreementTable(inputs),
  unreportedTable(inputs),
]

const tableOf = <T>(
  { title, none, ...of }: Pick<KeyedTable, 'name' | 'title' | 'formerTitles' | 'none' | 'left' | 'ordered'>,
  columns: readonly Column<T>[],
  entries: readonly T[],
): KeyedTable => ({
  ...of,
  title,
  none,
  columns: columns.map(({ heading, from, to, use }) => ({ heading, from, to, use })),
  rows: entries.map((entry) => columns.map((column) => column.cell(entry))),
})

function completenessTable({ answer, words }: TableInputs): KeyedTable {
  const of = words.completeness
  return tableOf<Consolidation['completeness']>(
    { name: 'completeness', title: of.title, none: of.title, left: words.left },
    [
      { use: 'key', heading: of.scope, from: 1, to: 1, cell: () => textCell(of.city) },
      { use: 'figure', heading: of.due, from: 2, to: 2, cell: ({ due }) => countCell(due) },
      { use: 'figure', heading: of.reported, from: 3, to: 3, cell: ({ reported }) => countCell(reported) },
      { use: 'figure', heading: of.onTime, from: 4, to: 4, cell: ({ onTime }) => countCell(onTime) },
      // The narrow columns of the sheet are taken two at a time.
      { use: 'figure', heading: of.late, from: 5, to: 6, cell: ({ late }) => countCell(late) },
      { use: 'figure', heading: of.unreported, from: 7, to: 8, cell: ({ unreported }) => countCell(unreported) },
      // last, so that sheets of earlier versions are recognised
      { use: 'figure', heading: of.partial, from: 9, to: 10, cell: ({ partial }) => countCell(partial) },
    ],
    [answer.completeness],
  )
}

function rankingTable({ answer, register, words, width }: TableInputs): KeyedTable {
  const of = words.ranking
  const { counties, fewest } = answer.ranking
  return tableOf<(typeof counties)[number]>(
    { name: 'ranking', title: of.title, none: words.without(of.title, of.none(fewest)), left: words.left, ordered: true },
    [
      { use: 'figure', heading: of.rank, from: 1, to: 1, cell: ({ rank }) => (rank === null ? textCell(of.unranked) : countCell(rank)) },
      { use: 'key', heading: of.area, from: 2, to: 2, cell: ({ area }) => textCell(areaName(register, area)) },
      {
        use: 'figure',
        heading: of.score,
        from: 3,
        to: 3,
        cell: ({ score }) => (score === null ? blankCell() : figureCell(score, 'percent')),
      },
      {
        use: 'figure',
        heading: of.base,
        from: 4,
        to: 9,
        cell: ({ counted }) => textCell(of.counted(counted.length, indicatorNames(register, counted))),
      },
      { use: 'figure', heading: of.asZero, from: 10, to: width, cell: ({ asZero }) => textCell(indicatorNames(register, asZero)) },
    ],
    counties.some(({ rank }) => rank !== null) ? counties : [],
  )
}

/** A row is known by its indicator, its area and the two who disagree. */
function disagreementTable({ answer, register, words, width }: TableInputs): KeyedTable {
  const of = words.disagreements
  const side = (one: Disagreement['ofRecord']): SheetCell => textCell(sideName(register, one, words))
  return tableOf<Disagreement>(
    { name: 'disagreements', title: of.title, none: words.without(of.title, of.none), left: words.left },
    [
      { use: 'key', heading: words.headings.number, from: 1, to: 1, cell: ({ indicator }) => textCell(indicator) },
      {
        use: 'name',
        heading: of.indicator,
        from: 2,
        to: 2,
        cell: ({ indicator }) => textCell(indicatorById(register, indicator)?.name ?? ''),
      },
      { use: 'key', heading: of.ofRecord, from: 3, to: 3, cell: ({ ofRecord }) => side(ofRecord) },
      { use: 'key', heading: of.other, from: 4, to: 4, cell: ({ other }) => side(other) },
      { use: 'key', heading: of.area, from: 5, to: 6, cell: ({ area }) => textCell(areaName(register, area)) },
      { use: 'figure', heading: of.ofRecordValue, from: 7, to: 7, cell: ({ ofRecord }) => figureCell(ofRecord.value) },
      { use: 'figure', heading: of.otherValue, from: 8, to: 8, cell: ({ other }) => figureCell(other.value) },
      { use: 'figure', heading: of.difference, from: 9, to: 9, cell: ({ difference }) => figureCell(difference) },
      {
        use: 'figure',
        heading: of.sources,
        from: 10,
        to: width,
        cell: (one) => {
          const days = differingDays(one)
          const text = sourcesText([...one.ofRecord.sources, ...one.other.sources], register, words)
          return textCell(days === null ? text : `${of.asOf(...days)}${text}`)
        },
      },
    ],
    answer.disagreements,
  )
}

function sourcesText(sources: readonly Source[], register: Register, words: ConsolidationWords): string {
  const nameOf = namesApart(sources)
  const named = sources
    .slice(0, NAMED_SOURCES)
    .map(
      (source) =>
        `${words.disagreements.source(unitName(register, source.reporter), source.cell, source.version, { name: nameOf(source), onBehalf: source.onBehalf })} ${reportText(source, words.reported)}`,
    )
  return `${named.join('；')}${sources.length > NAMED_SOURCES ? '…' : ''}`
}

function unreportedTable({ answer, register, words, width }: TableInputs): KeyedTable {
  const of = words.unreported
  return tableOf<Consolidation['reporters'][number]>(
    { name: 'unreported', title: of.title, formerTitles: of.formerTitles, none: words.without(of.title, of.none), left: of.left },
    [
      { use: 'key', heading: of.unit, from: 1, to: 2, cell: ({ name }) => textCell(name) },
      {
        use: 'figure',
        heading: of.standing,
        from: 3,
        to: 3,
        cell: (one) =>
          textCell(words.standing(standingOf(one)), one.timeliness === 'missing' || one.timeliness === 'late' ? 'missing' : 'body'),
      },
      { use: 'figure', heading: of.count, from: 4, to: 4, cell: ({ reported, required }) => textCell(words.count(reported, required)) },
      {
        use: 'figure',
        heading: of.what,
        from: 5,
        to: width,
        cell: (one) => (one.missing.length === 0 ? textCell('') : textCell(gapNames(one, register, words), 'missing')),
      },
    ],
    answer.reporters.filter(({ missing, completeAt }) => missing.length > 0 || completeAt === null),
  )
}
