import type { Area } from '../../shared/grid/a1.ts'

/** What a rule paints over a cell. */
export interface RuleLook {
  readonly fill?: string
  readonly color?: string
  readonly bold?: boolean
  readonly underline?: boolean
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
  /** What the reader of the file leaves for its writer. */
  readonly kept?: unknown
}

let lastKey = 0

/** An id that no other rule has. */
export const freshRuleId = (): string => `{CF-${++lastKey}}`
