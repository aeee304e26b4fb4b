import { objectOf } from '../../base/objectOf.ts'
import { address } from '../../grid/a1.ts'
import type { CellValue, Grid } from '../../grid/grid.ts'
import { nameKey } from '../nameKey.ts'
import type { AreaCode } from '../register.ts'
import type { RegisterBasis } from '../registerForm.ts'
import { OTHER_HEADINGS, REGISTER_COLUMNS, type RegisterField } from './registerColumns.ts'

/** One cell of a row: its text without outer spaces ("" where blank), the value itself, and where it is. */
export interface RegisterCell {
  readonly text: string
  readonly value: CellValue
  readonly at: string
}
/** A cell under the name of a county: its target. */
export interface CountyCell extends RegisterCell {
  readonly area: AreaCode
}
/** A row by column; a column that the sheet does not have is blank, at the row's first cell. */
export type RegisterRow = Readonly<Record<RegisterField, RegisterCell>> & { readonly countyTargets: readonly CountyCell[] }

/** A sheet cut into rows, not yet understood. */
export interface RegisterSheet {
  readonly rows: readonly RegisterRow[]
  /** Which columns it has, and whether any is a county's. */
  readonly fields: ReadonlySet<RegisterField>
  readonly hasCounties: boolean
  /** Headings that are no column of a register, and headings that are there twice; each would be lost. */
  readonly unknownHeadings: readonly RegisterCell[]
}

const FIELD_OF = new Map<string, RegisterField>(
  REGISTER_COLUMNS.flatMap(([field, ...headings]) => headings.map((heading) => [heading, field])),
)
const FIELDS: readonly RegisterField[] = REGISTER_COLUMNS.map(([field]) => field)
/** So many known headings make a row the heading row: fewer may be words of a title or a note. */
const FEWEST_HEADINGS = 3

/**
 * The rows under the first row of known headings; undefined where there is none. Rows without any text are left out. Names of
 * counties head the columns of their targets, in the same row, or in the row below it under one heading for them all.
 */
export function registerSheet(grid: Grid, basis: Pick<RegisterBasis, 'areas' | 'city'>): RegisterSheet | undefined {
  const top = grid.cells.findIndex((row) => row.filter((value) => FIELD_OF.has(headingKey(String(value ?? '')))).length >= FEWEST_HEADINGS)
  if (top < 0) return undefined
  const { columns, counties, unknownHeadings, below } = readHeadings(grid, top, countyNames(basis))
  const rows = grid.cells.slice(below).flatMap((_, offset) => {
    const row = below + offset
    const blank = { text: '', value: null, at: address(row + 1, 1) }
    const cells = objectOf(FIELDS, (field): RegisterCell => {
      const column = columns.get(field)
      return column === undefined ? blank : cellAt(grid, row, column)
    })
    const countyTargets = [...counties].map(([column, area]): CountyCell => ({ ...cellAt(grid, row, column), area }))
    const isBlank = [...FIELDS.map((field) => cells[field]), ...countyTargets].every(({ text }) => text === '')
    return isBlank ? [] : [{ ...cells, countyTargets }]
  })
  return { rows, fields: new Set(columns.keys()), hasCounties: counties.size > 0, unknownHeadings }
}

/** Which column each field and each county has, of two of one heading the first; and the row below the headings. */
function readHeadings(grid: Grid, top: number, names: ReadonlyMap<string, AreaCode>) {
  const columns = new Map<RegisterField, number>()
  const counties = new Map<number, AreaCode>()
  const unknownHeadings: RegisterCell[] = []
  const countyAt = (row: number, column: number): AreaCode | undefined => names.get(countyKey(cellAt(grid, row, column).text))
  const width = Math.max(grid.cells[top]?.length ?? 0, grid.cells[top + 1]?.length ?? 0)
  const all = [...Array(width).keys()]
  const ownRow = all.some((column) => !FIELD_OF.has(keyAt(grid, top, column)) && countyAt(top + 1, column) !== undefined)
  for (const column of all) {
    const cell = cellAt(grid, top, column)
    const field = FIELD_OF.get(headingKey(cell.text))
    const area = countyAt(top, column) ?? (ownRow && field === undefined ? countyAt(top + 1, column) : undefined)
    if (field !== undefined && !columns.has(field)) columns.set(field, column)
    else if (area !== undefined && ![...counties.values()].includes(area)) counties.set(column, area)
    else if (cell.text !== '' && !OTHER_HEADINGS.includes(headingKey(cell.text))) unknownHeadings.push(cell)
    else if (ownRow && cell.text === '') unknownHeadings.push(...filled(cellAt(grid, top + 1, column)))
  }
  return { columns, counties, unknownHeadings, below: ownRow ? top + 2 : top + 1 }
}

const filled = (cell: RegisterCell): readonly RegisterCell[] => (cell.text === '' ? [] : [cell])

/** A per cent that Excel shows as such is one here, too: 0.6 under the format 0% is 60%. */
function cellAt(grid: Grid, row: number, column: number): RegisterCell {
  const value = grid.cells[row]?.[column] ?? null
  const at = address(row + 1, column + 1)
  const isPercent = typeof value === 'number' && (grid.formats[at]?.includes('%') ?? false)
  return { text: value === null ? '' : isPercent ? `${Number((value * 100).toPrecision(15))}%` : String(value).trim(), value, at }
}

/** A heading as it is compared: full-width letters and line breaks do not matter. */
const headingKey = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')
const keyAt = (grid: Grid, row: number, column: number): string => headingKey(cellAt(grid, row, column).text)

/** 湖滨区, 湖滨区目标, 湖滨区（分解目标）, 分解目标：湖滨区 */
const countyKey = (text: string): string => nameKey(headingKey(text).replace(/(分解)?(目标|任务)数?|[（）()：:]/g, ''))

const countyNames = ({ areas, city }: Pick<RegisterBasis, 'areas' | 'city'>): ReadonlyMap<string, AreaCode> =>
  new Map(
    areas
      .filter(({ code, level }) => level !== 'prefecture' && code !== city)
      .flatMap(({ code, name, aliases = [] }) => [...aliases, name].map((one) => [countyKey(one), code] as const)),
  )
