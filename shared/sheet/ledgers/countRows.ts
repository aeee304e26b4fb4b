import { address } from '../../grid/a1.ts'
import { asScaled, SCALE } from '../../quantity/scaled.ts'
import { reaches, type Stage } from '../../quantity/stage.ts'
import { stageOf } from '../../quantity/stageWords.ts'
import { columnFieldsWhere } from '../../record/columnFields.ts'
import type { RecognizedColumn, RecognizedTable, RowBinding } from '../../record/reading.ts'
import type { Indicator } from '../../register/register.ts'
import { indicatorById } from '../../register/registerIndex.ts'
import { doneOf } from '../subjects/flagWords.ts'
import { compactText } from '../view/compactText.ts'
import type { SheetView } from '../view/sheetView.ts'
import { itemColumn } from './itemColumn.ts'
import type { LedgerSource } from './ledgerSource.ts'
import type { SummedRows } from './sumRows.ts'

/** Rows counted by area, by the words of one column. */
export interface CountedRows {
  readonly subject: string
  readonly items: RecognizedColumn
  /** The column of the words. */
  readonly column: number
  readonly sums: readonly SummedRows[]
}

/**
 * A ledger without a figure, a row a project and its state in words (已开通, 在建): rows at the stage that the indicator
 * counts, by area. Only where the rows are what the indicator counts, by the name of their column, and the state of each is
 * known: else nothing is guessed.
 *
 *     基站名称 | 状态 under 开通5G基站（个）      rows 已开通
 *     路线名称 | 状态 under 新建农村公路（公里）   nothing: roads are not kilometres
 *     项目名称 | 状态 under 开通5G基站（个）      nothing: a project may be many
 */
export function countRows(source: LedgerSource): CountedRows | undefined {
  const { view, table, register, records } = source
  const bindings = table.rows.filter(({ subjects }) => subjects.length === 1)
  const [subject, ...others] = new Set(bindings.flatMap(({ subjects }) => subjects))
  const indicator = subject === undefined || others.length > 0 ? undefined : indicatorById(register, subject)
  if (indicator?.kind !== 'count' || bindings.length < FEWEST) return undefined
  if (table.columns.some(({ field }) => FIGURES.has(field)) || records.some((record) => record.subject === subject)) return undefined
  const rows = bindings.map(({ row }) => row)
  const items = itemColumn(view, table, rows)
  if (!items || !isNameOf(items.header, indicator)) return undefined
  const states = stateColumn(view, table, rows)
  if (!states) return undefined
  const groups = Map.groupBy(bindings, ({ area }) => area ?? indicator.area)
  return {
    subject: indicator.id,
    items,
    column: states.column,
    sums: [...groups].map(([area, group]) => countOf({ view, sheet: view.grid.sheetName, items, states, indicator, area }, group)),
  }
}

const FEWEST = 4
const FIGURES = columnFieldsWhere(({ group }) => group === 'figure')

/** Whether the heading of names is that of what the indicator counts: 基站名称 of 开通5G基站. */
function isNameOf(header: string, { name }: Indicator): boolean {
  const noun = compactText(header.slice(header.lastIndexOf('/') + 1)).replace(/(?:名称?|项目|列表|清单)$/gu, '')
  return noun.length >= 2 && compactText(name).includes(noun)
}

/** The column whose words say of each row how far it has come. */
const stateColumn = (view: SheetView, { columns }: RecognizedTable, rows: readonly number[]): RecognizedColumn | undefined =>
  columns.find(({ field, column }) => STATES.has(field) && isState(rows.map((row) => view.text(row, column))))

const STATES: ReadonlySet<RecognizedColumn['field']> = new Set<RecognizedColumn['field']>([undefined, 'status', 'completed_flag'])

const isState = (words: readonly string[]): boolean =>
  words.some((word) => word !== '') && words.every((word) => word === '' || (word.length <= LONGEST_STATE && stageIn(word) !== undefined))

const LONGEST_STATE = 8

function stageIn(word: string): Stage | undefined {
  const done = doneOf(word)
  return done === true ? 'completed' : (stageOf(word) ?? (done === false ? 'in_progress' : undefined))
}

/** What is counted, and in which columns. */
interface Counting {
  readonly view: SheetView
  readonly sheet: string
  readonly items: RecognizedColumn
  readonly states: RecognizedColumn
  readonly indicator: Indicator
  readonly area: string
}

function countOf({ view, sheet, items, states, indicator, area }: Counting, group: readonly RowBinding[]): SummedRows {
  const isThere = (row: number) => {
    const stage = stageIn(view.text(row, states.column))
    return stage !== undefined && reaches(stage, indicator.countsStage)
  }
  const rows = group.map(({ row }) => row)
  const count = rows.filter(isThere).length
  const [row = 0] = rows
  const cells = { subject: address(row, items.column), cumulative: address(row, states.column) }
  const key = { subject: indicator.id, area, part: '' }
  return {
    record: { ...key, values: { cumulative: asScaled(count * SCALE) }, written: {}, origin: { sheet, row, cells } },
    sum: { ...key, rows, without: rows.length - count },
  }
}
