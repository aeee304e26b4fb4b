import type { Area } from '../../grid/a1.ts'
import { columnFieldsWhere } from '../../record/columnFields.ts'
import { headingFields, isWholeHeading } from '../headings/headingFields.ts'
import { isMeasureAlone } from '../headings/isMeasureAlone.ts'
import { headingChance, SURELY_HEADING } from '../structure/headingChance.ts'
import type { ColumnBand } from './columnBand.ts'
import { isColumnNumbers } from './columnNumbers.ts'
import { type ColumnPath, columnPaths } from './columnPaths.ts'
import { headingCount, lookAt } from './rowLook.ts'

/** Rows of headings that belong together, in a band of columns, and the headings over each of its columns. */
export interface HeadingBlock extends Area {
  readonly paths: readonly ColumnPath[]
}

/** Half of the cells of a row of headings are headings we know; the rest are those of columns that nobody reads. */
const MOSTLY_HEADINGS = 0.5

/** A row that fills the columns of single headings needs more of them: rows of data say 完工 and name areas as well. */
const NEARLY_ALL_HEADINGS = 0.75

/** A line merged over nearly all columns is a title, not a group of them. */
const TITLE_WIDTH = 0.9

/** There are at most four rows of headings. */
const DEEPEST = 4

/**
 * Finds the heading blocks of a band of columns, from top to bottom. Rows that a person pointed at are headings whatever
 * they say.
 */
export function headingBlocks(band: ColumnBand, pointed: readonly number[] = []): readonly HeadingBlock[] {
  const surely = headingRows(band, pointed, startsBlock)
  const areas = surely.length > 0 || pointed.length > 0 ? surely : headingRows(band, pointed, mayStartBlock)
  return areas.map((area) => ({ ...area, paths: columnPaths(band.view, area) }))
}

function headingRows(band: ColumnBand, pointed: readonly number[], starts: (band: ColumnBand, row: number) => boolean): readonly Area[] {
  const blocks: Area[] = []
  const rows = band.view.filledRows
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0
    const isPointed = pointed.includes(row)
    if (!isPointed && !starts(band, row)) continue
    const above = rows[i - 1]
    const before = blocks.at(-1)
    let top = row
    if (isPointed && before?.bottom === row - 1 && above === before.bottom && row - before.top < DEEPEST) {
      blocks.pop()
      top = before.top
    }
    top = topOfGroups(band, blocks, { row, top, above, higher: rows[i - 2] })
    const bottom = bottomOfHeadings(band, rows, i, top)
    const block = withColumnNumbers(band, { top, bottom: Math.min(bottom, top + DEEPEST - 1), left: band.left, right: band.right })
    blocks.push(block)
    while (i + 1 < rows.length && (rows[i + 1] ?? 0) <= Math.max(bottom, block.bottom)) i++
  }
  return blocks
}

/** 甲 | 1 | 2 | 3 below the headings is the last row of them. */
function withColumnNumbers({ view }: ColumnBand, block: Area): Area {
  const next = { ...block, bottom: block.bottom + 1 }
  return isColumnNumbers(view, next) ? next : block
}

interface FirstHeadings {
  readonly row: number
  readonly top: number
  /** The filled rows above the first row of headings. */
  readonly above: number | undefined
  readonly higher: number | undefined
}

/** The uppermost of up to two rows of groups directly above the first row of headings. */
function topOfGroups(band: ColumnBand, blocks: readonly Area[], { row, top, above, higher }: FirstHeadings): number {
  const isTaken = (other: number) => blocks.at(-1)?.bottom === other
  if (above === undefined || above !== row - 1 || isTaken(above) || !isGroupRow(band, above, row)) return top
  if (higher === undefined || higher !== above - 1 || isTaken(higher) || !isGroupRow(band, higher, above)) return above
  return higher
}

/** The last row of headings below the i-th filled row: by merges, and as long as the next row goes on with them. */
function bottomOfHeadings(band: ColumnBand, rows: readonly number[], i: number, top: number): number {
  const row = rows[i] ?? 0
  let bottom = mergedBottom(band, top, row)
  while (bottom - top < DEEPEST - 1) {
    const next = bottom + 1
    if (rows[i + (next - row)] !== next && !rows.includes(next)) break
    if (!continuesBlock(band, { top, bottom }, next)) break
    bottom = Math.max(next, mergedBottom(band, next, next))
  }
  return bottom
}

/** Whether a row is one of headings by itself: half of its cells are, two of them of known fields, or one and areas or indicators. */
function startsBlock(band: ColumnBand, row: number): boolean {
  const look = lookAt(band, row)
  if (!look || look.filled < 2) return false
  if (look.stateless === 0) return false
  if (headingCount(look) / look.filled < MOSTLY_HEADINGS) return look.known >= 2 && looksLikeHeadings(band, row)
  return look.known >= 2 || (look.known >= 1 && look.areas >= 2) || (look.known >= 1 && look.subjects >= 1)
}

/**
 * 序号 | 县（市、区） | 年度目标 | 累计完成 beside five headings that nobody knows: where most words are strange, the structure of
 * the rows decides.
 */
function looksLikeHeadings({ view, left, right }: ColumnBand, row: number, least = SURELY_HEADING): boolean {
  const bottom = Math.min(row + ROWS_LOOKED_AT, view.filledRows.at(-1) ?? row)
  return headingChance(view, { top: row, bottom, left, right }, row) >= least
}
const ROWS_LOOKED_AT = 8

/**
 * 承演单位 | 签约场次 | 已演场次 | 剩余场次, of which one heading is known: where nothing else in the sheet is a row of headings,
 * one that looks like it and has numbers below is.
 */
function mayStartBlock(band: ColumnBand, row: number): boolean {
  const look = lookAt(band, row)
  if (!look || look.filled < FEWEST_HEADINGS || !namesProgress(band, row)) return false
  return looksLikeHeadings(band, row, LIKELY_HEADING) && isOverNumbers(band, row, look.filled)
}
/** A heading of figures, or of what rows are about: 说明 alone makes no table of progress. */
const namesProgress = ({ view, left, right }: ColumnBand, row: number): boolean =>
  range(left, right).some((column) => headingFields(view.text(row, column)).some(({ field }) => OF_PROGRESS.has(field)))
const OF_PROGRESS = columnFieldsWhere(({ group }) => group === 'figure' || group === 'naming')
const FEWEST_HEADINGS = 3
/** English and measures below the headings make them look a little less like headings. */
const LIKELY_HEADING = 0.8

/** Whether one of the next rows has numbers in half of so many columns, the first one aside. */
function isOverNumbers({ view, left, right }: ColumnBand, row: number, filled: number): boolean {
  const next = view.filledRows.slice(view.filledRows.indexOf(row) + 1).slice(0, DEEPEST)
  return next.some((below) => {
    const numbers = (view.grid.cells[below - 1] ?? []).slice(left - 1, right).filter((cell) => typeof cell === 'number').length
    return numbers >= 2 && numbers * 2 >= filled - 1
  })
}

/** A row above that groups the headings below it: few texts, spread, merged or followed by blanks. */
function isGroupRow(band: ColumnBand, row: number, below: number): boolean {
  const { view, left, right } = band
  const look = lookAt(band, row)
  if (!look || look.filled === 0) return false
  const merges = view.mergesIn(row, row).filter((area) => area.right >= left && area.left <= right)
  // a line across the columns that name the rows (编号, 事项 …) is a title, not a group of them
  const opening = merges.find((area) => area.left === left && area.right > left && area.bottom < below)
  if (opening && (isNaming(view.text(below, left)) || (view.text(below, left) !== '' && UNIT.test(view.text(row, left))))) return false
  const reaching = merges.some((area) => area.bottom >= below)
  const across = merges.filter((area) => area.right > area.left && area.right - area.left + 1 < (right - left + 1) * TITLE_WIDTH)
  if (look.filled === 1) return reaching || (across.length === 1 && headingCount(look) > 0 && across[0]?.left !== left)
  return reaching || across.length > 0 || headingCount(look) / look.filled >= MOSTLY_HEADINGS
}

/** 市文化广电旅游局艺术科 across most columns, over a heading of its own, says who reports. */
const UNIT = /(?:局|委|办|委员会|中心|公司|联合会|政府|部)(?:.{0,8}[科股室处部队])?$/u

const isNaming = (text: string): boolean => headingFields(text).some((guess) => isWholeHeading(guess) && NAMES_ROWS.has(guess.field))

/** Fields whose columns say what a row is about. */
const NAMES_ROWS = columnFieldsWhere(({ group }) => group === 'naming' || group === 'number')

/** Whether the row below the headings found so far is one more of them. */
function continuesBlock(band: ColumnBand, found: Pick<Area, 'top' | 'bottom'>, row: number): boolean {
  const { view, left, right } = band
  if (repeatsHeadings(band, row)) return true
  const look = lookAt(band, row)
  if (!look || look.filled === 0) return false
  const hits = headingCount(look)
  let underGroups = 0
  let underHeadings = 0
  for (let column = left; column <= right; column++) {
    if (view.text(row, column) === '') continue
    if (isUnderGroup(band, found, column) || view.text(found.bottom, column) === '') underGroups++
    else underHeadings++
  }
  // a row that also fills the columns of single headings is the first row of data, unless its words are headings too
  if (underHeadings > underGroups) return hits / look.filled >= NEARLY_ALL_HEADINGS && look.known >= 2 && look.areas <= look.known
  return hits / look.filled >= MOSTLY_HEADINGS || (look.first > left && underGroups === look.filled && look.filled >= 2)
}

/** A row of headings in Latin letters (County | Quota | Installed), or of their measures alone (— | 个 | 个). */
function repeatsHeadings({ view, register, left, right }: ColumnBand, row: number): boolean {
  const texts = range(left, Math.min(right, view.right)).flatMap((column) => view.text(row, column) || [])
  if (texts.length < 2 || range(left, right).some((column) => typeof view.value(row, column) === 'number')) return false
  if (texts.every((text) => LATIN.test(text))) return true
  const measures = texts.filter((text) => isMeasureAlone(text, register))
  return measures.length >= 2 && texts.every((text) => measures.includes(text) || MARK.test(text))
}
const LATIN = /^(?=.*[A-Za-z]{3})[A-Za-z .,()/%-]+$/u
const MARK = /^[-—/]+$/u
const range = (from: number, to: number): readonly number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)

/** Whether the heading above a column spans columns: by a merge, or by blanks to its right over filled cells below. */
function isUnderGroup({ view, left }: ColumnBand, { top, bottom }: Pick<Area, 'top' | 'bottom'>, column: number): boolean {
  for (let row = bottom; row >= top; row--) {
    const merge = view.mergeAt(row, column)
    if (merge && merge.right > merge.left) return true
    if (view.text(row, column) !== '')
      return view.text(row, column + 1) === '' && column + 1 <= view.right && view.text(row + 1, column + 1) !== ''
    if (column === left) return false
  }
  return true
}

/** The lowest row that merges starting in these rows reach, within four. */
function mergedBottom({ view, left, right }: ColumnBand, top: number, bottom: number): number {
  let low = bottom
  for (const area of view.mergesIn(top, bottom)) {
    if (area.right < left || area.left > right || area.top < top) continue
    if (area.bottom > low && area.bottom - top < DEEPEST) low = area.bottom
  }
  return low
}
