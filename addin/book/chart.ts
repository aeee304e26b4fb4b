/** A line of figures in a chart; its parts are references as formulas have them ("进展!$B$2:$B$5"). */
export interface ChartSeries {
  /** Of one cell; undefined where it has no name. */
  readonly name?: string
  readonly values: string
  readonly categories?: string
}

/** A chart of a sheet. */
export interface Chart {
  readonly id: string
  readonly name: string
  /** By Office.js's names: "ColumnClustered", "BarClustered", "Line" … */
  readonly type: string
  readonly title: string
  readonly hasTitle: boolean
  /** The cell it begins in, and how far into it, in points. */
  readonly from: { readonly row: number; readonly column: number; readonly x: number; readonly y: number }
  /** In points. */
  readonly width: number
  readonly height: number
  readonly series: readonly ChartSeries[]
}
