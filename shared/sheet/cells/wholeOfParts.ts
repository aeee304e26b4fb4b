import { wordList } from '../../base/wordList.ts'
import type { ParsedQuantity } from '../../quantity/parsed.ts'
import { asScaled, SCALED_LIMIT } from '../../quantity/scaled.ts'
import type { Indicator } from '../../register/register.ts'
import { type Statement, statementsOf } from './statements.ts'

/** Kinds of work of which a whole is made up. */
export const KINDS_OF_WORK = wordList([
  { word: '新建', example: '新建40套' },
  { word: '新增', example: '新增20个' },
  { pattern: '改(?:扩)?建', example: '改建120公里' },
  { pattern: '改造(?:提升)?', example: '改造25套' },
  { word: '扩建', example: '扩建3所' },
  { word: '修缮', example: '修缮12套' },
  { word: '提升', example: '提升8个' },
])

/**
 * The target of a cell that states several figures: the one that is registered, the one of the year, or the sum of kinds of
 * work that exclude each other. Undefined where it is none of these.
 *
 *     新建40套，改造25套              65
 *     全年300公里，上半年150公里       300
 *     300公里，其中改建120公里         300 (the registered one)
 *     东片40套，西片25套              undefined
 */
export function targetOfParts(text: string, indicator: Indicator, isOwn: (statement: Statement) => boolean): ParsedQuantity | undefined {
  const own = statementsOf(text).filter(isOwn)
  if (own.length < 2) return undefined
  const registered = own.filter(({ quantity }) => quantity.value === indicator.target?.value)
  const ofYear = own.filter(({ before }) => /^(?:全年|年度)/u.test(before))
  for (const [only, another] of [registered, ofYear]) if (only && !another) return only.quantity
  return sumOfKinds(own)
}

/** The same for a completed figure: only where the row's target is made up of the same kinds. */
export function figureOfParts(text: string, target: string, isOwn: (statement: Statement) => boolean): ParsedQuantity | undefined {
  const [own, planned] = [statementsOf(text), statementsOf(target)].map((statements) => statements.filter(isOwn))
  if (!own || !planned || own.length !== planned.length) return undefined
  return own.every(({ before }, i) => before === planned[i]?.before) && sumOfKinds(planned) ? sumOfKinds(own) : undefined
}

function sumOfKinds(own: readonly Statement[]): ParsedQuantity | undefined {
  const kinds = new Set(own.map(({ before }) => before))
  const [first] = own
  if (!first || own.length < 2 || kinds.size < own.length || !own.every(isOneKind)) return undefined
  const sum = own.reduce((total, { quantity }) => total + quantity.value, 0)
  return sum < SCALED_LIMIT && own.every(({ quantity }) => quantity.measure === first.quantity.measure)
    ? { ...first.quantity, value: asScaled(sum), raw: own.map(({ before, quantity }) => `${before}${quantity.raw}`).join('，') }
    : undefined
}

const isOneKind = ({ before, behind, of, quantity }: Statement): boolean =>
  of === undefined &&
  behind === '' &&
  quantity.approx === null &&
  quantity.high === undefined &&
  KINDS_OF_WORK.pattern.exec(before)?.[0] === before
