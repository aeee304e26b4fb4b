import { firstFrom, lastBelow } from '../../base/ascending.ts'
import { oncePer } from '../../base/oncePer.ts'
import { columnFieldsWhere } from '../../record/columnFields.ts'
import type { RecognizedTable, RowBinding, SkippedRow, StatedTotal } from '../../record/reading.ts'
import { measureBehind } from '../headings/measureBehind.ts'
import { endCells } from '../parsing/endCells.ts'
import { isErrorText } from '../parsing/figureReader.ts'
import { Cell, Row, type TableReading } from '../parsing/row.ts'
import { builderOf } from '../parsing/rowBuilders.ts'
import type { ColumnPlan } from '../plans/columnPlan.ts'
import { areaOfName } from '../subjects/areaOfName.ts'
import { matchSubjects } from '../subjects/matchSubjects.ts'
import { ASIDE, NAMING } from '../tally/cellEnd.ts'
import type { RecordBuilder } from '../tally/recordBuilder.ts'
import { readFigureCell } from './figureCells.ts'
import { readPercentCell } from './percentCells.ts'
import { settleScales } from './settleScales.ts'
import { leaveOut } from './skippedRows.ts'
import { endAsTotal } from './totalCells.ts'

/** Whether a row that is no data states a total, a subtotal or 其中. */
export const isTotalRow = (skip: SkippedRow): skip is SkippedRow & { readonly reason: StatedTotal['kind'] } =>
  skip.reason === 'total' || skip.reason === 'subtotal' || skip.reason === 'of_which'

/** A stated total: kept for comparison, never a record. */
export function readTotalRow(table: TableReading, number: number, kind: StatedTotal['kind']): void {
  const { setting, tally, fieldRows } = table
  const named = namedBy(table, number)
  const binding: RowBinding = {
    row: number,
    ...(named ?? { subjects: subjectsAround(table, number) }),
    why: { confidence: 1, reason: kind },
  }
  const row = new Row(table, binding, { plans: fieldRows.plans, builders: [], part: '' })
  for (const plan of row.plans) {
    const value = setting.view.value(number, plan.column)
    if (value === null) continue
    const cell = row.addCell(plan, value)
    if (isErrorText(value)) cell.fact.error = value
    tally.addFact(cell.fact)
    if (plan.figure === undefined) cell.end = isFigure(plan) ? ASIDE.no_field : NAMING
    else readFigureOfTotal(row, cell)
  }
  settleScales(row.builders, [])
  for (const cell of row.percentages) {
    const builder = builderOfTotal(row, cell.plan)
    if (builder && cell instanceof Cell) readPercentCell(row, cell, [builder])
  }
  for (const builder of row.builders) if (builder.filled) tally.addTotal({ subject: builder.subject, kind, row: number, builder })
  for (const cell of row.cells) endAsTotal(cell)
  endCells(row)
  leaveOut(table, number, kind)
}

/** A figure of another stage, or a rate that records have no field for: its total is compared with nothing. */
const isFigure = ({ field }: ColumnPlan): boolean => FIGURES.has(field)
const FIGURES = columnFieldsWhere(({ group }) => group === 'figure' || group === 'percentage')

function readFigureOfTotal(row: Row, cell: Cell): void {
  const { plan, fact } = cell
  const { register } = row.table.setting
  if (plan.wholeOf.length > 0 && !plan.indicator && row.binding.subjects.length === 0) {
    for (const subject of plan.wholeOf) {
      const builder = builderOf(row, subject, plan.area ?? register.city, '')
      if (builder) readFigureCell(row, cell, [builder])
    }
    return
  }
  const builder = builderOfTotal(row, plan)
  if (!builder) return
  fact.indicator = builder.subject
  if (plan.field !== 'percent') readFigureCell(row, cell, [builder])
  else if (!plan.ofMoney) row.percentages.push(cell)
}

/** The total that a column's figure is of; undefined where nothing says of what it is one. */
function builderOfTotal(row: Row, plan: ColumnPlan): RecordBuilder | undefined {
  const { city } = row.table.setting.register
  const subject = plan.indicator ?? row.binding.subjects[0]
  return subject === undefined ? undefined : builderOf(row, subject, plan.derived ? city : (plan.area ?? city), '')
}

/** What a total is of whose own row names nothing: what the rows above it agree on, one indicator at most. */
function subjectsAround(table: TableReading, row: number): readonly string[] {
  const { rows, subjects, agreeFrom } = subjectsByRow(table.setting.table)
  const above = firstFrom(rows, row)
  const group = firstFrom(rows, (lastBelow(groupRows(table.setting.table), row) ?? 0) + 1)
  // a total above its rows (全市 first) is of what follows
  const [first, end] = group < above ? [group, above] : above > 0 ? [0, above] : [0, rows.length]
  const only = (agreeFrom[end - 1] ?? end) <= first ? subjects[end - 1] : undefined
  if (only !== undefined && only !== '') return only.includes('/') ? [] : [only]
  const last = table.setting.table.rows[above - 1]
  const rowsName = table.setting.plans.some(({ field }) => field === 'indicator' || field === 'batch')
  return rowsName && last?.subjects.length === 1 ? last.subjects : []
}

/** The rows of data, what each is about, and the place of the first before it from which on all are about the same: a ledger has a thousand totals. */
const subjectsByRow = oncePer(({ rows }: RecognizedTable) => {
  const subjects = rows.map((binding) => binding.subjects.join('/'))
  const agreeFrom: number[] = []
  subjects.forEach((subject, at) => {
    agreeFrom.push(subject === subjects[at - 1] ? (agreeFrom[at - 1] ?? at) : at)
  })
  return { rows: rows.map(({ row }) => row), subjects, agreeFrom }
})

/** Sections and subtotals, from which on rows belong to the next total. */
const groupRows = oncePer(({ sectionRows, skipRows }: RecognizedTable): readonly number[] =>
  [...sectionRows, ...skipRows.flatMap(({ row, reason }) => (reason === 'subtotal' ? [row] : []))].sort((a, b) => a - b),
)

/** The subject that the total's own row names (新建农村公路 · 全市), in the column of areas too, where it stands above them. */
function namedBy({ setting }: TableReading, row: number): Pick<RowBinding, 'subjects' | 'measure'> | undefined {
  const { register, view, nameColumns, areaColumns } = setting
  for (const { column, field } of [...nameColumns, ...areaColumns]) {
    const words = view.mergedText(row, column)
    if (words.length < 3 || SAYS_TOTAL.test(words) || (field === 'area' && areaOfName(register, words))) continue
    const { indicators } = matchSubjects(register, words, { figures: true })
    if (indicators.length !== 1) continue
    const measure = measureBehind(register, words)
    return { subjects: indicators, ...(measure ? { measure } : {}) }
  }
  return undefined
}

const SAYS_TOTAL = /(合|小|总)计|^其中/u
