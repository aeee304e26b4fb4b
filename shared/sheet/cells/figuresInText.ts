import { findQuantities } from '../../quantity/findQuantities.ts'
import type { ParsedQuantity } from '../../quantity/parsed.ts'
import type { Indicator } from '../../register/register.ts'
import { registerIndex } from '../../register/registerIndex.ts'
import type { TableReading } from '../parsing/row.ts'
import { matchSubjects } from '../subjects/matchSubjects.ts'

/** Where the clauses of a cell's words end. */
const CLAUSE_END = /[，、；;,]/u
/** Where what is said of one area ends. */
const AREA_END = /[，、；;,。()（）]/u

/** Whether a cell's words are several clauses. */
export const isListing = (words: string): boolean => CLAUSE_END.test(words)

/** The figures of a cell's words that are counted in the indicator's measure. */
export const quantitiesOf = (table: TableReading, words: string, indicator: Indicator): readonly ParsedQuantity[] =>
  findQuantities(words).flatMap(({ quantity }) => (isOfMeasure(table, quantity, indicator) ? [quantity] : []))

const isOfMeasure = ({ lookups }: TableReading, { measure }: ParsedQuantity, indicator: Indicator): boolean =>
  measure !== null && lookups.figures.fits(measure, indicator)

/** 8个（湖滨区6个、陕州区2个）: the figure right behind the name of the area that an indicator is of. */
export function figureBehindArea(table: TableReading, words: string, indicator: Indicator): ParsedQuantity | undefined {
  const { register } = table.setting
  const area = indicator.area === register.city ? undefined : registerIndex(register).areas.get(indicator.area)
  const at = area ? words.indexOf(area.name) : -1
  if (!area || at < 0) return undefined
  const [after = ''] = words.slice(at + area.name.length).split(AREA_END)
  const first = findQuantities(after)[0]?.quantity
  return first && isOfMeasure(table, first, indicator) ? first : undefined
}

/** 宫颈癌11745人，乳腺癌12073人: the figure of the one clause that is about the indicator. */
export function figureOfOwnClause(table: TableReading, words: string, indicator: Indicator): ParsedQuantity | undefined {
  const clauses = words.split(CLAUSE_END).filter((clause) => {
    const { indicators } = matchSubjects(table.setting.register, clause, { among: [indicator.taskId], figures: true })
    return indicators.length === 1 && indicators[0] === indicator.id
  })
  const found = clauses.length === 1 ? findQuantities(clauses[0] ?? '') : []
  return found.length === 1 ? found[0]?.quantity : undefined
}
