import { measureScale } from '../../quantity/measureScale.ts'
import { measureOf } from '../../register/measureOf.ts'
import type { Register } from '../../register/register.ts'

/** The measure that a label gives to numbers without one: 万人 is 人 × 10,000. */
export interface Label {
  readonly name: string
  readonly scale: number
  readonly source: 'heading' | 'unitColumn' | 'unitNote' | 'register'
  /** The address of the cell that says it ("C9"). */
  readonly at?: string
}

/** Amounts of money are labels in every register, whether or not one of its indicators counts them. */
const MONEY = '元'

/** Whether a label counts money, so that it can be one of a column of investments. */
export const isMoneyLabel = ({ name }: Label): boolean => name === MONEY

/** A measure's word as a label; undefined where the register knows no such measure (then the words say nothing). */
export function labelOf(register: Register, word: string, source: Label['source'], at?: string): Label | undefined {
  const { base, scale } = measureScale(word)
  if (base === '%' || (base === '' && scale === 1)) return undefined
  const known = base === '' || base === MONEY || measureOf(register, base) !== undefined
  return known ? { name: base, scale, source, ...(at === undefined ? {} : { at }) } : undefined
}
