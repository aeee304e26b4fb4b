/** A sheet of a workbook to be written. A text is always a text, never a formula, whatever it begins with. */
export interface XlsxSheet {
  readonly name: string
  readonly rows: readonly (readonly XlsxCell[])[]
  /** "A1:K1" */
  readonly merges?: readonly string[]
  /** Column widths in characters. */
  readonly widths?: readonly number[]
  readonly frozenRows?: number
}

/** A cell to be written; null leaves it out, so that it has no frame either. */
export type XlsxCell =
  | null
  | { readonly text: string; readonly style?: XlsxStyle; readonly format?: string }
  /** A plain decimal ("48.67"), exact; `format` is Excel's ("0.00%"). */
  | { readonly number: string; readonly style?: XlsxStyle; readonly format?: string }

/** A cell that is not left out. */
export type WrittenCell = NonNullable<XlsxCell>

/** All but the title have a frame. */
export type XlsxStyle = 'title' | 'heading' | 'body' | 'missing'

/** The styles in the order of the workbook's style sheet. */
export const XLSX_STYLES: readonly XlsxStyle[] = ['title', 'heading', 'body', 'missing']
