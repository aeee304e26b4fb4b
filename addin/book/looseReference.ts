/**
 * A reference of a file in something that is not known here: in a chart, a sparkline, a list that another sheet has, the
 * place of a picture. It follows rows and columns that come or go, and sheets that get another name.
 */
export interface LooseReference {
  /** The part that has it, and where in the part's text it stands. */
  readonly path: string
  readonly start: number
  readonly end: number
  /** A formula, areas with blanks between, or the number of one row or column. */
  readonly kind: 'formula' | 'areas' | 'row' | 'column'
  /** As it is by now; '' where nothing is left of what it meant. Rows and columns count from 1. */
  readonly text: string
  /** The part counts rows and columns from 0. */
  readonly isFromZero?: boolean
  /** What goes with it when nothing is left. */
  readonly owner?: { readonly start: number; readonly end: number }
}
