import type { Area } from '../../shared/grid/a1.ts'

/** What a rule paints over a cell. */
export interface RuleLook {
  readonly fill?: string
  readonly color?: string
  readonly bold?: boolean
  readonly underline?: boolean
}

/** A conditional format as a file has it. */
export interface KeptRule {
  /** The element, and the one around it that says the cells. */
  readonly xml: string
  readonly block: string
  /** As they were read: where they are the same still, what is written stays. */
  readonly formulas: readonly string[]
  readonly look: RuleLook
}

/** One conditional format of a sheet. Only "expression" rules are written by us; all kinds stay. */
export interface Rule {
  readonly id: string
  readonly areas: readonly Area[]
  /** By the names of a file: "expression", "cellIs", "colorScale" … */
  readonly kind: string
  readonly operator: string
  /** Without "=". */
  readonly formulas: readonly string[]
  readonly look: RuleLook
  /** As the file had it, with its look: all that is not known here. */
  readonly kept?: KeptRule
}

let lastKey = 0

/** An id that no other rule has. */
export const freshRuleId = (): string => `{CF-${++lastKey}}`
