import { findQuantities } from '../../quantity/findQuantities.ts'
import type { ParsedQuantity } from '../../quantity/parsed.ts'
import type { Indicator } from '../../register/register.ts'
import type { Cell, Row, TableReading } from '../parsing/row.ts'
import type { RecordBuilder } from '../tally/recordBuilder.ts'
import { figureBehindArea, figureOfOwnClause, isListing, quantitiesOf } from './figuresInText.ts'
import { type Share, shareOut } from './shareOut.ts'
import { statementsOf } from './statements.ts'

/** One cell in a row of several indicators. */
interface SharedCell {
  readonly row: Row
  readonly cell: Cell
  readonly builders: readonly RecordBuilder[]
}

/** A shared cell that holds words. */
interface SharedWords {
  readonly table: TableReading
  readonly words: string
  readonly builders: readonly RecordBuilder[]
  readonly quantities: readonly ParsedQuantity[]
  /** Those of whose measure exactly one figure is there. */
  readonly fitting: readonly RecordBuilder[]
}

/** Says whose figures a cell holds; undefined where the rule does not know. */
type Rule<T> = (shared: T) => readonly RecordBuilder[] | undefined

/** 8个（湖滨区6个、陕州区2个）: each area's behind its name. */
const byAreaNames: Rule<SharedWords> = ({ table, words, builders }) =>
  severalOf(withIndicator(builders, (indicator) => figureBehindArea(table, words, indicator) !== undefined))

/** 未开工, —: said of all of them. */
const withoutFigures: Rule<SharedWords> = ({ words, builders, quantities }) =>
  quantities.length === 0 && !isListing(words) ? builders : undefined

/** 146公里，123个: each by its measure. */
const byMeasures: Rule<SharedWords> = ({ quantities, fitting }) => (quantities.length > 1 ? severalOf(fitting) : undefined)

/** 宫颈癌11745人，乳腺癌12073人: each in its clause. */
const byClauses: Rule<SharedWords> = ({ table, words, builders, quantities }) =>
  quantities.length > 1
    ? someOf(withIndicator(builders, (indicator) => figureOfOwnClause(table, words, indicator) !== undefined))
    : undefined

/** 146公里 alone: the one that is counted in 公里. */
const byOnlyMeasure: Rule<SharedWords> = ({ quantities, fitting }) =>
  quantities.length === 1 && fitting.length === 1 ? fitting : undefined

/** 各2000人: the same for all of them. */
const eachTheSame: Rule<SharedWords> = ({ words, builders, quantities }) =>
  quantities.length === 1 && words.includes('各') ? builders : undefined

/** 146 in a row or column of 公里: the one that is counted in it. */
const byLabel: Rule<SharedCell> = ({ row, cell, builders }) => {
  const label = cell.plan.label ?? row.label
  return label && onlyOne(withIndicator(builders, (indicator) => row.table.lookups.figures.fits(label.name, indicator)))
}

/** 300 as a target: the one whose registered target it is. */
const byRegisteredTarget: Rule<SharedCell> = ({ row, cell, builders }) => {
  if (cell.plan.field !== 'target') return undefined
  const { value } = row.table.lookups.figures.read(cell.value, undefined, cell.plan.label ?? row.label)
  return onlyOne(withIndicator(builders, ({ target }) => target !== null && target.value === value))
}

/** 12 completed beside a target that only one of them has: that one's. */
const byStatedTarget: Rule<SharedCell> = ({ cell, builders }) =>
  cell.plan.field === 'target' ? undefined : onlyOne(builders.filter(({ values }) => values.target !== undefined))

const WORD_RULES: readonly Rule<SharedWords>[] = [withoutFigures, byAreaNames, byMeasures, byClauses, byOnlyMeasure, eachTheSame]
const CELL_RULES: readonly Rule<SharedCell>[] = [byLabel, byRegisteredTarget, byStatedTarget]

/** A record of which a shared cell has a figure, and which one where that was told. */
export type Sharer = Pick<Share, 'builder'> & Partial<Share>

/** The records of which one cell for several indicators has a figure; none where that cannot be told. */
export function sharersOfCell(row: Row, cell: Cell, builders: readonly RecordBuilder[]): readonly Sharer[] {
  const { value, plan } = cell
  const shares =
    typeof value === 'string'
      ? shareOut({ table: row.table, statements: statementsOf(value), builders, isTarget: plan.field === 'target' })
      : undefined
  if (shares) return shares
  const byWords = typeof value === 'string' ? firstAnswer(WORD_RULES, sharedWords(row.table, value, builders)) : undefined
  const sharers = byWords ?? firstAnswer(CELL_RULES, { row, cell, builders }) ?? []
  return sharers.map((builder) => ({ builder }))
}

function sharedWords(table: TableReading, words: string, builders: readonly RecordBuilder[]): SharedWords {
  const quantities = findQuantities(words).map(({ quantity }) => quantity)
  const fitting = withIndicator(builders, (indicator) => quantitiesOf(table, words, indicator).length === 1)
  return { table, words, builders, quantities, fitting }
}

function firstAnswer<T>(rules: readonly Rule<T>[], shared: T): readonly RecordBuilder[] | undefined {
  for (const rule of rules) {
    const answer = rule(shared)
    if (answer) return answer
  }
  return undefined
}

const withIndicator = (builders: readonly RecordBuilder[], fits: (indicator: Indicator) => boolean): readonly RecordBuilder[] =>
  builders.filter(({ indicator }) => indicator !== undefined && fits(indicator))

const severalOf = (builders: readonly RecordBuilder[]) => (builders.length > 1 ? builders : undefined)
const someOf = (builders: readonly RecordBuilder[]) => (builders.length > 0 ? builders : undefined)
const onlyOne = (builders: readonly RecordBuilder[]) => (builders.length === 1 ? builders : undefined)
