/** A colour as a file says it: rgb ("FFRRGGBB"), or one of the theme's or of the palette, lighter or darker by `tint` (−1 to 1). */
export interface Color {
  readonly argb?: string
  readonly theme?: number
  readonly indexed?: number
  readonly tint?: number
  /** The window's own colour. */
  readonly auto?: boolean
}

/** What a file says of a look that is not known here, as XML: it is carried along and written again. */
export interface Carried {
  readonly carried?: string
}

/** The font of a cell or of a run of its text; what a file says besides is carried along. */
export interface Font extends Carried {
  readonly name?: string
  /** The font of the theme that `name` is ("minor"); a name of its own takes it away. */
  readonly scheme?: string
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
export interface Borders extends Carried {
  /** What a file says of all of them, by its own names. */
  readonly others?: Readonly<Record<string, string>>
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
  /** All else that a file says of it, by its own names. */
  readonly others?: Readonly<Record<string, string>>
}

/** How a cell looks, in the terms of a file. Many cells share one: it is replaced, never changed in place. */
export interface CellStyle {
  readonly numFmt?: string
  readonly font?: Font
  readonly fill?: Fill
  readonly border?: Borders
  readonly alignment?: Alignment
  readonly protection?: { readonly locked?: boolean; readonly hidden?: boolean }
  /** Text whatever it looks like: an apostrophe stands before it. */
  readonly quotePrefix?: boolean
  /** The number of the style by name that it is of, in its file. */
  readonly named?: number
}

/** The style of a cell that has none. */
export const NO_STYLE: CellStyle = {}
