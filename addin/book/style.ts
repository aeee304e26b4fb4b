/** A colour as a file says it: rgb ("FFRRGGBB"), or one of the theme's or of the palette, lighter or darker by `tint` (−1 to 1). */
export interface Color {
  readonly argb?: string
  readonly theme?: number
  readonly indexed?: number
  readonly tint?: number
}

/** The font of a cell or of a run of its text; what a file says besides is carried along. */
export interface Font {
  readonly name?: string
  readonly size?: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean | string
  readonly color?: Partial<Color>
}

/** What lies behind a cell's text; of a gradient only that it is one. */
export interface Fill {
  readonly type: string
  readonly pattern?: string
  readonly fgColor?: Partial<Color>
  readonly bgColor?: Partial<Color>
}

/** One line of a border. */
export interface BorderLine {
  readonly style?: string
  readonly color?: Partial<Color>
}

/** The lines around a cell. */
export interface Borders {
  readonly top?: BorderLine
  readonly left?: BorderLine
  readonly bottom?: BorderLine
  readonly right?: BorderLine
}

/** Where a text stands in its cell, by the names of a file ("middle", "centerContinuous"). */
export interface Alignment {
  readonly horizontal?: string
  readonly vertical?: string
  readonly wrapText?: boolean
  readonly indent?: number
}

/** How a cell looks, in the terms of a file. Many cells share one: it is replaced, never changed in place. */
export interface CellStyle {
  readonly numFmt?: string
  readonly font?: Font
  readonly fill?: Fill
  readonly border?: Borders
  readonly alignment?: Alignment
  readonly protection?: { readonly locked?: boolean }
}
