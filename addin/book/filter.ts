import type { Area } from '../../shared/grid/a1.ts'

/** What the cells of one column must be for their rows to be shown. */
export type Criterion =
  /** One of these texts, as they are shown, whatever the case. */
  | { readonly on: 'values'; readonly values: readonly string[]; readonly blanks: boolean }
  /** "=农*", "<>", ">=60": one comparison, or two of which both or one must hold. */
  | { readonly on: 'custom'; readonly first: string; readonly second?: string; readonly both: boolean }
  /** Of a file and not known here (a top ten, a month): what it hid stays hidden. As XML. */
  | { readonly on: 'kept'; readonly xml: string }

/** By the place of the column within the filtered area, from 0. */
export type Criteria = ReadonlyMap<number, Criterion>

/** The filter of a sheet: its first row is the headings with the arrows. */
export interface Filter {
  readonly area: Area
  readonly criteria: Criteria
}
