import type { ConditionalFormattingRule } from 'exceljs'
import type { Area } from '../../../shared/grid/a1.ts'

/** A rule with the key by which we find it again: ExcelJS carries it along and leaves it out of the file. */
export type KeyedRule = ConditionalFormattingRule & { key?: string }

/** Rules that share the cells they apply to. */
export interface RuleBlock {
  readonly ref: string
  rules: KeyedRule[]
}

// What ExcelJS 4 has, reads and writes, and its types do not say.
declare module 'exceljs' {
  interface Worksheet {
    conditionalFormattings?: RuleBlock[]
    /** Its public `model` would copy the whole sheet to answer them. */
    readonly _merges: Readonly<Record<string, Area>>
    /** The place of its tab. */
    orderNo: number
    readonly sheetProtection?: { readonly sheet?: boolean } | null
  }
  interface Color {
    readonly indexed?: number
    /** From -1 (black) to 1 (white). */
    readonly tint?: number
  }
}
