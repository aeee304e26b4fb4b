import { type Area, address, columnName, columnNumber, parseArea } from '../../shared/grid/a1.ts'

/** The last row and column of Excel's grid. */
export const LAST_ROW = 1_048_576
export const LAST_COLUMN = 16_384

/** How many rows an area has. */
export const rowsOf = (area: Area): number => area.bottom - area.top + 1

/** How many columns an area has. */
export const columnsOf = (area: Area): number => area.right - area.left + 1

/** The area of one cell; both count from 1. */
export const cellArea = (row: number, column: number): Area => ({ top: row, left: column, bottom: row, right: column })

/** Whether a cell lies in an area. */
export const contains = (area: Area, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right

/** The cells both areas have; undefined where they share none. */
export function intersect(one: Area, other: Area): Area | undefined {
  const area = {
    top: Math.max(one.top, other.top),
    left: Math.max(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
  }
  return area.top <= area.bottom && area.left <= area.right ? area : undefined
}

/** The smallest area that holds both. */
export const bounding = (one: Area, other: Area): Area => ({
  top: Math.min(one.top, other.top),
  left: Math.min(one.left, other.left),
  bottom: Math.max(one.bottom, other.bottom),
  right: Math.max(one.right, other.right),
})

/** "E7", "A1:K3", "A:C" for whole columns, "2:4" for whole rows. */
export function areaText(area: Area): string {
  if (rowsOf(area) === LAST_ROW && columnsOf(area) < LAST_COLUMN) return `${columnName(area.left)}:${columnName(area.right)}`
  if (columnsOf(area) === LAST_COLUMN) return `${area.top}:${area.bottom}`
  const first = address(area.top, area.left)
  return rowsOf(area) * columnsOf(area) === 1 ? first : `${first}:${address(area.bottom, area.right)}`
}

/** "A1", "A1:B2", "A:C" and "2:4", with or without $. */
export function anyArea(text: string): Area | undefined {
  const reference = text.replaceAll('$', '').trim()
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(reference)
  if (columns?.[1] && columns[2]) {
    const [one, other] = [columnNumber(columns[1]), columnNumber(columns[2])]
    return { top: 1, left: Math.min(one, other), bottom: LAST_ROW, right: Math.max(one, other) }
  }
  const rows = /^(\d+):(\d+)$/.exec(reference)
  if (rows?.[1] && rows[2]) {
    const [one, other] = [Number(rows[1]), Number(rows[2])]
    return { top: Math.min(one, other), left: 1, bottom: Math.max(one, other), right: LAST_COLUMN }
  }
  return parseArea(reference)
}
