import type { Scaled } from '../../quantity/scaled.ts'
import type { Register } from '../../register/register.ts'

/**
 * How a target stands to the targets of a register in their order: 2i where it is the i-th, 2i + 1 where it lies between
 * that and the next (-1: below all). Targets that stand alike are matched alike, since a match asks only whether a target
 * equals a registered one or lies below it.
 */
export function targetStanding(register: Register, target: Scaled): number {
  const values = known.get(register) ?? targetsOf(register)
  known.set(register, values)
  let at = values.length - 1
  while (at >= 0 && (values[at] as Scaled) > target) at--
  return values[at] === target ? 2 * at : 2 * at + 1
}

const known = new WeakMap<Register, readonly Scaled[]>()

const targetsOf = (register: Register): readonly Scaled[] =>
  [...new Set(register.indicators.flatMap((indicator) => indicator.target?.value ?? []))].sort((a, b) => a - b)
