import type { Register } from '../../register/register.ts'
import { compactText } from '../view/compactText.ts'
import type { SheetView } from '../view/sheetView.ts'
import { hasKeyAndValue, splitRepeatedHeadings } from './columnBands.ts'
import { columnPaths } from './columnPaths.ts'
import { type HeadingBlock, headingRows } from './headingRows.ts'

/** A block of headings with the rows that belong to it. */
export interface Region {
  readonly block: HeadingBlock
  /** Lines above the headings: title, filing unit, dates. */
  readonly above: readonly number[]
  /** Filled rows below the headings, up to the next region. */
  readonly body: readonly number[]
  /** Headings repeated at page breaks, and title lines repeated with them. */
  readonly repeats: readonly number[]
  readonly retitled: readonly number[]
}

/** The tables of a band of columns, one a block of headings. Where a person pointed at headings, doubtful ones are none. */
export function regionsOf(
  view: SheetView,
  register: Register,
  left: number,
  right: number,
  pointed: readonly number[] = [],
): readonly Region[] {
  const found = headingRows(view, register, left, right, pointed)
  const blocks = pointed.length === 0 ? found : found.filter((block) => isPointed(block, pointed) || hasKeyAndValue(view, register, block))
  const filled = view.filledRows.filter((row) => rowHas(view, row, left, right) || spansInto(view, row, left))
  const regions: Region[] = []
  let open: { block: HeadingBlock; above: number[]; body: number[]; repeats: number[]; retitled: number[]; signature: string } | undefined
  let at = 0
  const close = () => {
    if (open) for (const block of splitRepeatedHeadings(view, register, open.block)) regions.push({ ...open, block })
  }
  for (const block of blocks) {
    const before: number[] = []
    while (at < filled.length && (filled[at] as number) < block.top) before.push(filled[at++] as number)
    while (at < filled.length && (filled[at] as number) <= block.bottom) at++
    const cut = open ? preambleStart(view, before, block.top, left, right) : 0
    const above = before.slice(cut)
    open?.body.push(...before.slice(0, cut))
    const signature = signatureOf(view, block)
    if (open && open.signature === signature && !newTitle(view, above, open.above, left, right)) {
      open.retitled.push(...above)
      for (let row = block.top; row <= block.bottom; row++) open.repeats.push(row)
      continue
    }
    close()
    open = { block, above, body: [], repeats: [], retitled: [], signature }
  }
  open?.body.push(...filled.slice(at))
  close()
  return regions
}

export const isPointed = (block: HeadingBlock, pointed: readonly number[]): boolean =>
  pointed.some((row) => row >= block.top && row <= block.bottom)

/** A title merged across several tables that stand side by side. */
const spansInto = (view: SheetView, row: number, left: number): boolean => {
  const merge = view.mergeAt(row, left)
  return merge !== undefined && merge.left < left && merge.bottom === merge.top
}

const rowHas = (view: SheetView, row: number, left: number, right: number): boolean => {
  const cells = view.grid.cells[row - 1] ?? []
  for (let column = left; column <= Math.min(right, cells.length); column++) if (view.value(row, column) !== null) return true
  return false
}

const signatureOf = (view: SheetView, block: HeadingBlock): string =>
  columnPaths(view, block)
    .map((path) => path.parts.map((part) => compactText(part.text)).join('/'))
    .join('|')

const NOT_TITLE = /^(注|备注|说明|附注|填表说明|填报说明)\d?[:：.、]|(填报人|填表人|审核人|制表人|负责人|联系电话)[^:：]{0,6}[:：]/u
export const SIGNED = /(填报|填表|制表|报送|审核|负责人|联系电话|联系人|签发|审签|领导)[^:：]{0,6}([:：]|$)/u
const TOTALS = /^(合计|总计|小计|共计|全市|其中)/u

/** Where the lines of titles above the next headings begin, among the rows between two tables. */
function preambleStart(view: SheetView, rows: readonly number[], top: number, left: number, right: number): number {
  let start = rows.length
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i] as number
    const texts = textsOf(view, row, left, right)
    const below = rows[i + 1] ?? top
    if (texts.length > 3 || texts.some((text) => text.length > 60) || texts.some((text) => NOT_TITLE.test(text))) break
    if (texts.length > 1 && !texts.some((text) => /[:：]|截[至止]|年\d{1,2}月/u.test(text))) break
    if (TOTALS.test(texts[0] ?? '')) break
    if (below - row > 4) break
    start = i
  }
  return start
}

export const textsOf = (view: SheetView, row: number, left: number, right: number): string[] => {
  const texts: string[] = []
  for (let column = left; column <= right; column++) {
    const text = view.text(row, column)
    if (text !== '') texts.push(text)
  }
  return texts
}

/** A title between equal headings that is not the first one repeated (续表, 第2页) opens a new table. */
function newTitle(view: SheetView, above: readonly number[], first: readonly number[], left: number, right: number): boolean {
  const plain = (text: string) => text.replace(/[(（]?续(表)?\d*[)）]?|第\d+页(共\d+页)?|[(（]\d+[)）]$/gu, '')
  const known = new Set(first.flatMap((row) => textsOf(view, row, left, right)).map(plain))
  return above
    .flatMap((row) => textsOf(view, row, left, right))
    .some((text) => {
      const title = plain(text)
      return title !== '' && !known.has(title) && !/^第\d+页/u.test(text)
    })
}
