import type { Cell, ConditionalFormattingRule, Row } from 'exceljs'

/** Rules that share the cells they apply to. */
export interface RuleBlock {
  readonly ref: string
  rules: ConditionalFormattingRule[]
}

// What ExcelJS 4 has, reads and writes, and its types do not say.
declare module 'exceljs' {
  interface Worksheet {
    conditionalFormattings?: RuleBlock[]
    /** Its public `model` would copy the whole sheet to answer them. */
    _merges: Readonly<Record<string, { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }>>
    /** With holes, as the cells of a row: its public ways to visit them make what is not there. */
    readonly _rows: readonly Row[]
    /** The place of its tab. */
    orderNo: number
    sheetProtection?: { readonly sheet?: boolean } | null
  }
  interface Row {
    readonly _cells: readonly Cell[]
    readonly style?: Partial<Style>
  }
  interface Color {
    readonly indexed?: number
    /** From -1 (black) to 1 (white). */
    readonly tint?: number
  }
}
