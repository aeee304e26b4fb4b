import { COUNTIES } from '../../../shared/consolidation/compareReporters.ts'
import { asScaled, decimalFromScaled } from '../../../shared/quantity/scaled.ts'
import type { Register } from '../../../shared/register/register.ts'
import { areaName, indicatorById, unitById, unitName } from '../../../shared/register/registerIndex.ts'
import type { Consolidation, Disagreement, Source } from '../../../shared/wire/consolidation.ts'
import type { SheetCell } from '../../ports.ts'
import type { ConsolidationWords } from './consolidationWords.ts'

/** A table below the figures; each of its columns reaches from a column of the sheet to another, by number. */
export interface ConsolidationTable {
  readonly title: string
  readonly columns: readonly { readonly heading: string; readonly from: number; readonly to: number }[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** Said instead of a table without rows. */
  readonly none: string
}

/** Rows named of a sum: more are counted. */
const NAMED_SOURCES = 6

/** Where the five counts stand: the narrow columns of the sheet are taken two at a time. */
const FIVE = [
  { from: 1, to: 1 },
  { from: 2, to: 2 },
  { from: 3, to: 3 },
  { from: 4, to: 5 },
  { from: 6, to: 7 },
] as const

const text = (value: string, role: SheetCell['role'] = 'body'): SheetCell => ({ kind: value === '' ? 'blank' : 'text', value, role })
const number = (value: number): SheetCell => ({ kind: 'number', value: String(value), role: 'body' })
const scaled = (value: number): string => decimalFromScaled(asScaled(value))

/** What stands below the figures: who reported in time, ranks, disagreements, and who lacks what. */
export const consolidationTables = (
  answer: Consolidation,
  register: Register,
  words: ConsolidationWords,
  width: number,
): readonly ConsolidationTable[] => [
  completenessTable(answer, words),
  rankingTable(answer, register, words),
  disagreementTable(answer, register, words, width),
  unreportedTable(answer, register, words, width),
]

function completenessTable({ completeness }: Consolidation, { completeness: of }: ConsolidationWords): ConsolidationTable {
  const { due, reported, onTime, late, unreported } = completeness
  return {
    title: of.title,
    columns: FIVE.map((span, at) => ({ heading: [of.due, of.reported, of.onTime, of.late, of.unreported][at] ?? '', ...span })),
    rows: [[due, reported, onTime, late, unreported].map(number)],
    none: '',
  }
}

function rankingTable({ ranking }: Consolidation, register: Register, { ranking: of }: ConsolidationWords): ConsolidationTable {
  return {
    title: of.title,
    columns: [
      { heading: of.rank, from: 1, to: 1 },
      { heading: of.area, from: 2, to: 2 },
      { heading: of.score, from: 3, to: 3 },
    ],
    rows: ranking.map(({ area, score, rank }) => [
      number(rank),
      text(areaName(register, area)),
      { kind: 'percent', value: scaled(score), role: 'body' },
    ]),
    none: of.none,
  }
}

function disagreementTable(
  { disagreements }: Consolidation,
  register: Register,
  words: ConsolidationWords,
  width: number,
): ConsolidationTable {
  const of = words.disagreements
  return {
    title: of.title,
    columns: [
      { heading: of.indicator, from: 1, to: 2 },
      { heading: of.area, from: 3, to: 3 },
      { heading: of.ofRecord, from: 4, to: 6 },
      { heading: of.other, from: 7, to: 9 },
      { heading: of.difference, from: 10, to: 10 },
      { heading: of.sources, from: 11, to: width },
    ],
    none: of.none,
    rows: disagreements.map((one) => [
      text(indicatorById(register, one.indicator)?.name ?? one.indicator),
      text(areaName(register, one.area)),
      text(of.side(sideName(register, one.ofRecord, words), scaled(one.ofRecord.value))),
      text(of.side(sideName(register, one.other, words), scaled(one.other.value))),
      { kind: 'number', value: scaled(one.difference), role: 'body' },
      text(sourcesText([...one.ofRecord.sources, ...one.other.sources], register, words)),
    ]),
  }
}

/** "市交通运输局", or "各县（市、区）合计" of its rows or of the counties' own. */
export function sideName(register: Register, side: Disagreement['ofRecord'], words: ConsolidationWords): string {
  if (side.sum) return words.disagreements.sum(side.reporter === COUNTIES ? null : unitName(register, side.reporter))
  return unitName(register, side.reporter)
}

function sourcesText(sources: readonly Source[], register: Register, words: ConsolidationWords): string {
  const named = sources
    .slice(0, NAMED_SOURCES)
    .map(({ reporter, cell, version, by }) => words.disagreements.source(unitName(register, reporter), cell, version, by))
  return `${named.join('；')}${sources.length > NAMED_SOURCES ? '…' : ''}`
}

function unreportedTable({ reporters }: Consolidation, register: Register, words: ConsolidationWords, width: number): ConsolidationTable {
  const of = words.unreported
  const late = reporters.filter(({ missing, completeAt }) => missing.length > 0 || completeAt === null)
  return {
    title: of.title,
    columns: [
      { heading: of.unit, from: 1, to: 1 },
      { heading: of.timeliness, from: 2, to: 2 },
      { heading: of.count, from: 3, to: 3 },
      { heading: of.what, from: 4, to: width },
    ],
    none: of.none,
    rows: late.map((one) => [
      text(one.name),
      text(words.timeliness(one.timeliness, one.deadline), one.timeliness === 'missing' || one.timeliness === 'late' ? 'missing' : 'body'),
      text(words.count(one.reported, one.required)),
      one.missing.length === 0 ? text('') : text(gapNames(one, register, words), 'missing'),
    ]),
  }
}

/** What a unit lacks, by names: "新建农村公路（湖滨区）"; the city and the unit's own county go without a name, a task's text by its number. */
export function gapNames({ reporter, missing }: Consolidation['reporters'][number], register: Register, words: ConsolidationWords): string {
  const own = unitById(register, reporter)?.area ?? register.city
  const names = missing.map(({ subject, area }) => {
    const name = indicatorById(register, subject)?.name ?? words.narrative(subject)
    return area === register.city || area === own ? name : `${name}（${areaName(register, area)}）`
  })
  return names.join('、')
}
