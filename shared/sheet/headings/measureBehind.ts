import { measureScale } from '../../quantity/measureScale.ts'
import { measureOf } from '../../register/measureOf.ts'
import type { Register } from '../../register/register.ts'
import { normaliseHeading } from './normaliseHeading.ts'

/** The last measure in brackets behind a name: 万人 of 宫颈癌筛查（万人）. */
export const measureBehind = (register: Register, name: string): string | undefined =>
  normaliseHeading(name).hints.findLast((hint) => isMeasure(register, hint))

/** Whether a word is a measure of the register, with or without 万 before it. */
export function isMeasure(register: Register, word: string): boolean {
  const { base } = measureScale(word)
  return base !== '' && measureOf(register, base) !== undefined
}
