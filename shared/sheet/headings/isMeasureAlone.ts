import { measureScale } from '../../quantity/measureScale.ts'
import { measureOf } from '../../register/measureOf.ts'
import type { Register } from '../../register/register.ts'
import { compactText } from '../view/compactText.ts'

/** Whether a heading is nothing but a measure (万户, 公里, 万元): it names no field, and the one above it decides. */
export function isMeasureAlone(heading: string, register: Register): boolean {
  const { base } = measureScale(compactText(heading).replace(/^[(（]|[)）]$/gu, ''))
  return base !== '' && (measureOf(register, base) !== undefined || base === '元')
}
