import { oncePer } from '../../base/oncePer.ts'
import type { Scaled } from '../../quantity/scaled.ts'
import type { Register } from '../../register/register.ts'

/**
 * Where a target lies among the different targets of a register in their order: 2i where it is the i-th, 2i + 1 where it
 * lies between that and the next (-1: below all). Targets of one rank are matched alike, since a match asks only whether a
 * target equals a registered one or lies below it.
 */
export function targetRank(register: Register, target: Scaled): number {
  const values = targetsOf(register)
  const at = values.findLastIndex((value) => value <= target)
  return values[at] === target ? 2 * at : 2 * at + 1
}

const targetsOf = oncePer((register: Register): readonly Scaled[] =>
  [...new Set(register.indicators.flatMap((indicator) => indicator.target?.value ?? []))].sort((a, b) => a - b),
)
