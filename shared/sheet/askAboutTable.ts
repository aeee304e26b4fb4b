import { address } from '../grid/a1.ts'
import type { FigureRecord } from '../record/figureRecord.ts'
import type { ColumnRole, ColumnsReading, OpenColumns } from '../record/openColumns.ts'
import type { Choice, ChoiceColumn, Question } from '../record/question.ts'
import type { Correction, RecognizedTable } from '../record/reading.ts'
import { anchorColumn, rowAnchor } from './rows/applyCorrections.ts'
import type { SheetView } from './view/sheetView.ts'

/**
 * The one question of a table whose columns were left open, where any figure depends on the answer: columns that say the
 * same in every row need none. Of several open places the one with the most figures is asked about first, and the figures of
 * the others wait with it.
 */
export function askAboutTable(view: SheetView, table: RecognizedTable, records: readonly FigureRecord[]): Question | undefined {
  if (!table.open) return undefined
  const stored = new Set(records.flatMap(({ origin }) => Object.values(origin.cells)))
  const asked = table.open
    .map((open) => ({ ...open, waiting: waitingCells(view, table, open).filter(({ cell, sent }) => !sent || stored.has(cell)) }))
    .sort((a, b) => b.waiting.length - a.waiting.length)
  const [first] = asked
  const example = first?.waiting.find(({ row, group }) => showsAll(view, row, group)) ?? first?.waiting[0]
  if (!first || !example) return undefined
  return {
    table: table.id,
    sheet: view.grid.sheetName,
    kind: first.kind,
    columns: asked.flatMap(({ groups }) => groups.flatMap(([taken = []]) => taken.map(({ column }) => column))),
    cell: example.cell,
    cells: [...new Set(asked.flatMap(({ waiting }) => waiting.map(({ cell }) => cell)))],
    example: { row: example.row, name: rowAnchor(view, table.columns, example.row).replaceAll('|', ' ') },
    choices: example.group.map(
      (reading, nth): Choice => ({
        columns: SHOWN.flatMap((field) => choiceColumn({ view, table, row: example.row }, example.group, reading, field)),
        corrections: first.groups.flatMap((group) => (group[nth] ?? []).map((role) => correctionTo(table, role))),
      }),
    ),
  }
}

/** The fields by which the choices are shown; what else differs follows from them. */
const SHOWN = ['target', 'cumulative'] as const

/** A figure that depends on the answer, and in which row and group of columns it is. */
interface WaitingCell {
  readonly cell: string
  readonly row: number
  readonly group: readonly ColumnsReading[]
  /** False: only another reading would send it. */
  readonly sent: boolean
}

/** The figures for which the readings do not all say the same. */
function waitingCells(view: SheetView, { dataRows }: RecognizedTable, { groups }: OpenColumns): readonly WaitingCell[] {
  return dataRows.flatMap((row) =>
    groups.flatMap((group): readonly WaitingCell[] => {
      const [taken = [], ...others] = group
      const valueIn = (reading: ColumnsReading, field: ColumnRole['field']) => {
        const column = columnOf(reading, field)
        return column === undefined ? null : view.value(row, column)
      }
      const differs = (one: ColumnRole) => others.some((other) => valueIn(other, one.field) !== view.value(row, one.column))
      const own = taken.filter((one) => !one.aside && differs(one))
      const more = columnOf(taken, 'cumulative') === undefined ? others.flatMap((other) => columnOf(other, 'cumulative') ?? []) : []
      return [
        ...own.map(({ column }) => ({ cell: address(row, column), row, group, sent: true })),
        ...more.flatMap((column) => (view.value(row, column) === null ? [] : [{ cell: address(row, column), row, group, sent: false }])),
      ]
    }),
  )
}

const columnOf = (reading: ColumnsReading, field: ColumnRole['field']): number | undefined =>
  reading.find((one) => one.field === field && !one.aside)?.column

/** Whether the row has a figure under each choice, so that it shows what they mean. */
const showsAll = (view: SheetView, row: number, group: readonly ColumnsReading[]): boolean =>
  group.every((reading) => reading.every(({ column, aside }) => aside || view.value(row, column) !== null))

/** A field's column under a choice, where the choices differ in it. */
function choiceColumn(
  { view, table, row }: { readonly view: SheetView; readonly table: RecognizedTable; readonly row: number },
  group: readonly ColumnsReading[],
  reading: ColumnsReading,
  field: (typeof SHOWN)[number],
): readonly ChoiceColumn[] {
  const column = columnOf(reading, field)
  if (column === undefined || new Set(group.map((other) => columnOf(other, field))).size < 2) return []
  const header = table.columns.find((one) => one.column === column)?.header ?? ''
  return [{ field, column, header, cell: address(row, column), text: view.text(row, column) }]
}

const correctionTo = (table: RecognizedTable, { column, field, aside }: ColumnRole): Correction => ({
  kind: 'column',
  ...anchorColumn(table.columns, column),
  field,
  use: aside ? 'aside' : 'stored',
})
