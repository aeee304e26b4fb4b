import type { Area } from '../../grid/a1.ts'
import type { CellValue } from '../../grid/grid.ts'

/** A grid as structure sees it: values and merges, no words of any trade. */
export interface StructureGrid {
  value(row: number, column: number): CellValue
  mergeAt(row: number, column: number): Area | undefined
}

/** The columns of a table and its first row: positions count from there. */
export interface StructureArea {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** What is measured of a row, in the order of the weights. Each is between 0 and 1, or a length made so. */
export const ROW_FEATURES = [
  'isFirst',
  'isSecond',
  'isThird',
  'isLater',
  'numbers',
  'wordsOverNumbers',
  'mergedAcross',
  'mergedDown',
  'mergedFromAbove',
  'meanLength',
  'longest',
  'distinct',
  'numbersBelow',
  'moreNumbersBelow',
  'measureInBrackets',
  'empty',
  'cellsOverWidth',
  'widestMerge',
] as const
export type RowFeature = (typeof ROW_FEATURES)[number]

/** So many rows below a cell tell what its column holds. */
const ROWS_BELOW = 4
/** Texts of this length and more are equally long. */
const LONG_TEXT = 20

/** Measures one row of a table; `structureWeights` gives the chance that it is a row of headings. */
export function rowFeatures(grid: StructureGrid, area: StructureArea, row: number): Readonly<Record<RowFeature, number>> {
  const columns = Array.from({ length: area.right - area.left + 1 }, (_, i) => area.left + i)
  const width = columns.length
  const filled = columns.filter((column) => isFilled(grid, row, column))
  const own = filled.filter((column) => isOwnCell(grid, row, column))
  const texts = own.map((column) => String(grid.value(row, column) ?? '').trim())
  const lengths = texts.map((text) => Math.min(text.length, LONG_TEXT) / LONG_TEXT)
  const numbers = share(filled, (column) => isNumber(shown(grid, row, column)))
  const below = row < area.bottom ? columns.filter((column) => isFilled(grid, row + 1, column)) : []
  const numbersBelow = share(below, (column) => isNumber(shown(grid, row + 1, column)))
  const merges = columns.map((column) => grid.mergeAt(row, column)).filter((merge) => merge !== undefined)
  const position = row - area.top
  return {
    isFirst: Number(position === 0),
    isSecond: Number(position === 1),
    isThird: Number(position === 2),
    isLater: Number(position > 2),
    numbers,
    wordsOverNumbers: share(filled, (column) => !isNumber(shown(grid, row, column)) && holdsNumbersBelow(grid, area, row, column)),
    mergedAcross: merges.filter((merge) => merge.right > merge.left).length / width,
    mergedDown: merges.filter((merge) => merge.bottom > merge.top).length / width,
    mergedFromAbove: merges.filter((merge) => merge.top < row).length / width,
    meanLength: lengths.length === 0 ? 0 : lengths.reduce((a, b) => a + b, 0) / lengths.length,
    longest: Math.max(0, ...lengths),
    distinct: texts.length === 0 ? 0 : new Set(texts).size / texts.length,
    numbersBelow,
    moreNumbersBelow: numbersBelow - numbers,
    measureInBrackets: share(own, (column) => /[(（][^()（）]{1,6}[)）]$/u.test(String(grid.value(row, column) ?? '').trim())),
    empty: 1 - filled.length / width,
    cellsOverWidth: own.length / width,
    widestMerge: Math.max(0, ...merges.map((merge) => (Math.min(merge.right, area.right) - Math.max(merge.left, area.left) + 1) / width)),
  }
}

const share = (columns: readonly number[], holds: (column: number) => boolean): number =>
  columns.length === 0 ? 0 : columns.filter(holds).length / columns.length

/** A merged cell holds its top left value in all of its cells. */
function shown(grid: StructureGrid, row: number, column: number): CellValue {
  const merge = grid.mergeAt(row, column)
  return merge ? grid.value(merge.top, merge.left) : grid.value(row, column)
}

const isFilled = (grid: StructureGrid, row: number, column: number): boolean => {
  const value = shown(grid, row, column)
  return value !== null && value !== ''
}

const isOwnCell = (grid: StructureGrid, row: number, column: number): boolean => {
  const merge = grid.mergeAt(row, column)
  return !merge || (merge.top === row && merge.left === column)
}

const isNumber = (value: CellValue): boolean => typeof value === 'number' || (typeof value === 'string' && NUMBER.test(value.trim()))
const NUMBER = /^[-+(（]?[\d,，.．]+[)）]?[%％]?$/u

function holdsNumbersBelow(grid: StructureGrid, area: StructureArea, row: number, column: number): boolean {
  let filled = 0
  let numbers = 0
  for (let below = row + 1; below <= Math.min(area.bottom, row + ROWS_BELOW); below++) {
    const value = shown(grid, below, column)
    if (value === null || value === '') continue
    filled++
    if (isNumber(value)) numbers++
  }
  return filled > 0 && numbers * 2 > filled
}
