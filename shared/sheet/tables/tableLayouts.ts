import type { Register } from '../../register/register.ts'
import { compactText } from '../view/compactText.ts'
import type { SheetView } from '../view/sheetView.ts'
import type { ColumnBand, ColumnSpan } from './columnBand.ts'
import { columnBands } from './columnBands.ts'
import { type HeadingBlock, headingBlocks } from './headingBlocks.ts'
import { hasKeyAndValue } from './keyAndValue.ts'
import { splitRepeatedHeadings } from './splitRepeatedHeadings.ts'
import { isNewTitle, preambleStart } from './titleRows.ts'

/** Where the parts of a table are in its sheet, in Excel's row numbers, ascending: found once, then only read. */
export interface TableLayout {
  readonly headings: HeadingBlock
  /** A person pointed at these headings. */
  readonly pointed: boolean
  /** Lines above the headings: title, filing unit, dates. */
  readonly above: readonly number[]
  /** Filled rows below the headings, up to the next table. */
  readonly body: readonly number[]
  /** Headings repeated at page breaks, and title lines repeated with them. */
  readonly repeats: readonly number[]
  readonly retitled: readonly number[]
}

/**
 * Finds the tables of a sheet, one for each block of headings, band by band and from top to bottom. Where a person pointed
 * at rows as headings, blocks elsewhere count only if they have a key and a value.
 */
export function tableLayouts(view: SheetView, register: Register, pointed: readonly number[]): readonly TableLayout[] {
  return columnBands(view, register).flatMap(({ band, blocks }) =>
    layoutsOf(band, pointed.length === 0 ? blocks : headingsBy(band, pointed), pointed),
  )
}

const headingsBy = (band: ColumnBand, pointed: readonly number[]): readonly HeadingBlock[] =>
  headingBlocks(band, pointed).filter((block) => isPointed(block, pointed) || hasKeyAndValue(band, block))

/** A layout while rows are still being added to it. */
interface OpenLayout {
  readonly block: HeadingBlock
  /** The headings' words, by which a repetition is known. */
  readonly signature: string
  readonly above: readonly number[]
  readonly body: number[]
  readonly repeats: number[]
  readonly retitled: number[]
}

/**
 * Goes down a band: the rows between two blocks of headings belong to the upper table, but for the lines of titles at their
 * end. The same headings again without a new title go on with the table, as at a page break.
 */
function layoutsOf(band: ColumnBand, blocks: readonly HeadingBlock[], pointed: readonly number[]): readonly TableLayout[] {
  const { view } = band
  const filled = view.filledRows.filter((row) => isFilled(view, band, row) || spansInto(view, row, band.left))
  const layouts: OpenLayout[] = []
  let at = 0
  for (const block of blocks) {
    const open = layouts.at(-1)
    const first = at
    while (at < filled.length && (filled[at] ?? 0) < block.top) at++
    const before = filled.slice(first, at)
    while (at < filled.length && (filled[at] ?? 0) <= block.bottom) at++
    const cut = open ? preambleStart(band, before, block.top) : 0
    const above = before.slice(cut)
    if (open) addRows(open.body, before.slice(0, cut))
    const signature = signatureOf(block)
    if (open && open.signature === signature && !isNewTitle(band, above, open.above)) {
      addRows(open.retitled, above)
      for (let row = block.top; row <= block.bottom; row++) open.repeats.push(row)
    } else layouts.push({ block, signature, above, body: [], repeats: [], retitled: [] })
  }
  const last = layouts.at(-1)
  if (last) addRows(last.body, filled.slice(at))
  return layouts.flatMap(({ block, above, body, repeats, retitled }) =>
    splitRepeatedHeadings(band, block, body).map((headings) => ({
      headings,
      pointed: isPointed(headings, pointed),
      above,
      body,
      repeats,
      retitled,
    })),
  )
}

/** One by one: a call has room for some 120,000 arguments, and a sheet for a million rows. */
function addRows(to: number[], rows: readonly number[]): void {
  for (const row of rows) to.push(row)
}

const isPointed = (block: HeadingBlock, pointed: readonly number[]): boolean =>
  pointed.some((row) => row >= block.top && row <= block.bottom)

/** A title merged across several tables that are side by side. */
const spansInto = (view: SheetView, row: number, left: number): boolean => {
  const merge = view.mergeAt(row, left)
  return merge !== undefined && merge.left < left && merge.bottom === merge.top
}

const isFilled = (view: SheetView, { left, right }: ColumnSpan, row: number): boolean => {
  const cells = view.grid.cells[row - 1] ?? []
  for (let column = left; column <= Math.min(right, cells.length); column++) if (view.value(row, column) !== null) return true
  return false
}

/** The words of a block of headings, by which the same ones are known again. */
export const signatureOf = ({ paths }: HeadingBlock): string =>
  paths.map((path) => path.parts.map((part) => compactText(part.text)).join('/')).join('|')
