import { columnName } from '../../../shared/grid/a1.ts'
import type { NumberField } from '../../../shared/record/columnFields.ts'
import type { FigureChange } from '../../../shared/wire/changes.ts'
import type { SheetCell, SheetDocument } from '../../ports/sheetDocument.ts'
import { blankCell, countCell, figureCell, lineCells, textCell } from '../makeCells.ts'

type ColumnName =
  | 'at'
  | 'period'
  | 'unit'
  | 'area'
  | 'subject'
  | 'name'
  | 'part'
  | 'act'
  | 'field'
  | 'before'
  | 'after'
  | 'difference'
  | 'measure'
  | 'who'
  | 'account'
  | 'following'
  | 'version'
  | 'seq'

/** The words of the sheet, in the language of the person who writes it; names come from the register of the change's period. */
export interface ChangesWords {
  readonly sheetName: string
  title(at: string): string
  /** `more`: there are further changes, which are not on the sheet. */
  note(count: number, of: string, more: boolean): string
  readonly headings: Readonly<Record<ColumnName, string>>
  time(iso: string): string
  period(id: string): string
  unit(change: FigureChange): string
  area(change: FigureChange): string
  name(change: FigureChange): string
  act(change: FigureChange): string
  who(change: FigureChange): string
  field(field: NumberField): string
  /** What the figure is counted in; "%" of percentages. */
  measure(change: FigureChange, field: NumberField): string
  following(change: FigureChange): string
}

/** What the sheet is made from. */
export interface ChangesSheetInputs {
  readonly changes: readonly FigureChange[]
  readonly more: boolean
  /** The filter in words; "" for all changes. */
  readonly filter: string
  /** ISO */
  readonly now: string
}

/** One figure of a change; null where a row was withdrawn or brought back that had none. */
type Moved = FigureChange['values'][number] | null

interface ChangesColumn {
  readonly name: ColumnName
  readonly width: number
  cell(change: FigureChange, moved: Moved): SheetCell
}

/** Title, note and headings. */
const FROZEN_ROWS = 3

const columnsOf = (words: ChangesWords): readonly ChangesColumn[] => {
  const figure = (change: FigureChange, moved: Moved, value: number | null | undefined): SheetCell => {
    if (moved === null || value == null) return blankCell()
    return figureCell(value, words.measure(change, moved.field) === '%' ? 'percent' : 'number')
  }
  const text = (name: ColumnName, width: number, of: (change: FigureChange, moved: Moved) => string): ChangesColumn => ({
    name,
    width,
    cell: (change, moved) => textCell(of(change, moved)),
  })
  return [
    text('at', 17, ({ at }) => words.time(at)),
    text('period', 11, ({ period }) => words.period(period)),
    text('unit', 18, words.unit),
    text('area', 10, words.area),
    text('subject', 8, ({ subject }) => subject),
    text('name', 26, words.name),
    text('part', 12, ({ part }) => part),
    text('act', 10, words.act),
    text('field', 11, (_, moved) => (moved === null ? '' : words.field(moved.field))),
    { name: 'before', width: 12, cell: (change, moved) => figure(change, moved, moved?.before) },
    { name: 'after', width: 12, cell: (change, moved) => figure(change, moved, moved?.after) },
    {
      name: 'difference',
      width: 12,
      cell: (change, moved) => figure(change, moved, moved?.before == null || moved.after === null ? null : moved.after - moved.before),
    },
    text('measure', 9, (change, moved) => {
      const measure = moved === null ? '' : words.measure(change, moved.field)
      return measure === '%' ? '' : measure
    }),
    text('who', 12, words.who),
    text('account', 14, ({ account }) => account),
    text('following', 24, words.following),
    { name: 'version', width: 7, cell: ({ version }) => countCell(version) },
    { name: 'seq', width: 9, cell: ({ seq }) => countCell(seq) },
  ]
}

/** Changes of figures as a sheet: a row for each figure, as a number; times in the city's day. */
export function changesSheet({ changes, more, filter, now }: ChangesSheetInputs, words: ChangesWords): SheetDocument {
  const columns = columnsOf(words)
  const line = (value: string, role: SheetCell['role']): SheetCell[] => lineCells(value, role, columns.length)
  const last = columnName(columns.length)
  return {
    name: words.sheetName,
    rows: [
      line(words.title(words.time(now)), 'title'),
      line(words.note(changes.length, filter, more), 'note'),
      columns.map(({ name }) => textCell(words.headings[name], 'heading')),
      ...changes.flatMap((change) => {
        const moved: readonly Moved[] = change.values.length === 0 ? [null] : change.values
        return moved.map((one) => columns.map((column) => column.cell(change, one)))
      }),
    ],
    merges: [`A1:${last}1`, `A2:${last}2`],
    widths: columns.map(({ width }) => width),
    frozenRows: FROZEN_ROWS,
  }
}
