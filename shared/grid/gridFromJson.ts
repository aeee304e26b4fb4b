import { fail, ok, type Result } from '../base/result.ts'
import type { CellValue, Grid } from './grid.ts'
import { unescapeText } from './unescapeText.ts'

/** What is wrong with a JSON document that should be a sheet. */
export interface JsonGridFault {
  readonly tag: 'notAGrid'
  readonly reason: string
}

/** What such a document names besides its cells: who reports, for which period. */
export interface JsonGridContext {
  readonly unit?: string
  readonly period?: string
  readonly year?: number
  readonly today?: string
}

/**
 * A sheet from JSON: `{sheet_name, cells, formats?, merges?, formulas?, texts?, hidden_rows?, date1904?, context?}`, where
 * `cells[r - 1][c - 1]` is row r, column c. Values that are no text, number or flag become blanks.
 */
export function gridFromJson(document: unknown): Result<{ readonly grid: Grid; readonly context: JsonGridContext }, JsonGridFault> {
  if (!isObject(document)) return fail({ tag: 'notAGrid', reason: 'not an object' })
  const { cells } = document
  if (!isRows(cells)) return fail({ tag: 'notAGrid', reason: 'cells' })
  // Documents name the same things in two ways: snake_case as published, camelCase as written here.
  const context = isObject(document.context) ? document.context : {}
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const unit = text(context.unit)
  const period = text(context.period)
  const today = text(context.today)
  return ok({
    grid: {
      sheetName: text(document.sheet_name) ?? text(document.sheetName) ?? text(document.name) ?? 'Sheet1',
      cells: cells.map((row) => (row ?? []).map(cellValue)),
      texts: texts(document.texts),
      formats: texts(document.formats),
      merges: Array.isArray(document.merges) ? document.merges.filter((merge): merge is string => typeof merge === 'string') : [],
      formulas: texts(document.formulas),
      hiddenRows: numbers(document.hidden_rows ?? document.hiddenRows),
      date1904: document.date1904 === true || document.date_1904 === true,
    },
    context: {
      ...(unit === undefined ? {} : { unit }),
      ...(period === undefined ? {} : { period }),
      ...(today === undefined ? {} : { today }),
      ...(typeof context.year === 'number' ? { year: context.year } : {}),
    },
  })
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A null in place of a row is an empty one. */
const isRows = (value: unknown): value is (unknown[] | null)[] =>
  Array.isArray(value) && value.every((row) => Array.isArray(row) || row === null)

/** Texts as a person sees them; objects and lists in a cell are no values of a sheet. */
const cellValue = (value: unknown): CellValue => (typeof value === 'string' ? unescapeText(value) : plainValue(value))

const plainValue = (value: unknown): CellValue =>
  typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)) ? value : null

const numbers = (value: unknown): readonly number[] => (Array.isArray(value) ? value.filter((n): n is number => typeof n === 'number') : [])

function texts(value: unknown): Readonly<Record<string, string>> {
  if (!isObject(value)) return {}
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
