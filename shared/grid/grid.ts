/**
 * A sheet as plain data, wherever it came from (Excel, an .xlsx file, JSON). Row 1 and column 1 are Excel's own first
 * row and column: `cells[r - 1][c - 1]`. Rows may be shorter than the grid is wide; what is absent is blank.
 */
export interface Grid {
  readonly sheetName: string
  /** What the workbook's file is called ("市交通运输局5月.xlsx"), where the host says so. */
  readonly fileName?: string
  readonly cells: readonly (readonly CellValue[])[]
  /** What Excel shows, where it differs from the value; sparse, by address ("E7"). */
  readonly texts: Readonly<Record<string, string>>
  /** Number formats other than General; sparse, by address. */
  readonly formats: Readonly<Record<string, string>>
  /** Merged areas ("A1:K1"); only the top-left cell of a merge holds a value. */
  readonly merges: readonly string[]
  /** Formulas with their leading "="; sparse, by address. Informative: never evaluated, never written back. */
  readonly formulas: Readonly<Record<string, string>>
  /** Excel row numbers that are hidden or filtered out. They are read like all others. */
  readonly hiddenRows: readonly number[]
  /** True for workbooks whose day 0 is 1904-01-01. */
  readonly date1904: boolean
}

/** A blank is null. Dates are Excel's serial numbers; error values are text such as "#DIV/0!". */
export type CellValue = string | number | boolean | null
