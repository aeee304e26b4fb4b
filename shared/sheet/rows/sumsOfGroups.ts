import { columnFieldsWhere } from '../../record/columnFields.ts'
import type { RecognizedColumn } from '../../record/reading.ts'
import { bodyFigures } from '../reading/bodyFigures.ts'
import type { TableOfColumns } from '../tables/tableOfColumns.ts'
import type { SheetView } from '../view/sheetView.ts'

/** Whether in some column the first row is the sum of the others. */
export function addsUp(view: SheetView, figures: readonly number[], rows: readonly number[]): boolean {
  return [...bodyFigures(view, rows, figures).columns.values()].some(({ values: [own, ...parts] }) => {
    const sum = parts.reduce<number>((all, part) => all + (part ?? 0), 0)
    return own !== undefined && own !== 0 && Math.abs(sum - own) < 1e-6
  })
}

/** The columns of a table that have one of some fields and are read. */
export const columnsOf = (columns: readonly RecognizedColumn[], fields: ReadonlySet<RecognizedColumn['field']>): readonly number[] =>
  columns.flatMap(({ column, field, aside }) => (fields.has(field) && !aside ? [column] : []))

export const areaColumns = ({ columns }: TableOfColumns): readonly number[] => columnsOf(columns, IS_AREA)
export const figureColumns = ({ columns }: TableOfColumns): readonly number[] => columnsOf(columns, SUMMED)

const IS_AREA = columnFieldsWhere(({ identifies }) => identifies === 'place')
const SUMMED = columnFieldsWhere(({ group }) => group === 'figure')
