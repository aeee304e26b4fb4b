import type { CellValue } from '../../grid/grid.ts'
import { parseDate } from '../../quantity/parseDate.ts'
import type { RowBinding } from '../../record/reading.ts'
import { doneOf, flagOf } from '../subjects/flagWords.ts'
import type { CellRead } from './cellRead.ts'
import type { ColumnPlan } from './columnPlan.ts'
import { type RecordDraft, setFigure, setWord } from './recordDraft.ts'
import type { TableState } from './tableState.ts'

/** Dates, flags, names and words: into the drafts of the row, or into its task's text. Only texts are read without a fact. */
export function readOther(
  state: TableState,
  row: number,
  plan: ColumnPlan,
  value: CellValue,
  fact: CellRead | undefined,
  drafts: RecordDraft[],
  binding: RowBinding,
  part: string,
): void {
  const cell = fact?.cell ?? state.cell(row, plan)
  if (plan.silent) {
    state.texts.add(textSubject(state, plan, binding), state.areaOf(undefined, plan, binding), plan.field, value, cell, row)
    return
  }
  if (!fact) return
  switch (plan.field) {
    case 'invest_plan':
    case 'invest_done': {
      const subject = plan.indicator ?? binding.subjects[0]
      if (drafts.length === 0 && subject !== undefined)
        state.draft(drafts, subject, state.areaOf(state.indicators.get(subject), plan, binding), part)
      const draft = drafts[0]
      const reading = state.reader.read(value, undefined, plan.label, true)
      if (reading.quantity) fact.quantity = reading.quantity
      if (plan.label) fact.measure = plan.label
      if (reading.refused && reading.kind !== 'mark') fact.refused = reading.refused
      if (draft && reading.kind === 'figure' && !reading.refused)
        setFigure(
          draft,
          plan.field === 'invest_plan' ? 'investPlan' : 'investDone',
          reading.value,
          cell,
          typeof value === 'string' ? value : undefined,
        )
      return
    }
    case 'as_of':
    case 'planned_date':
    case 'actual_date':
    case 'deadline':
      readDate(state, plan, value, fact, drafts)
      return
    case 'completed_flag':
    case 'status': {
      const done = plan.field === 'status' ? doneOf(String(value)) : flagOf(value)
      if (done !== undefined) for (const draft of drafts) setWord(draft, 'done', done, cell, String(value))
      if (typeof value === 'string' && plan.field === 'status' && /^(尚?未(开始|启动|开工|实施)|待(开工|启动|实施))/u.test(value))
        for (const draft of drafts) setWord(draft, 'stage', 'not_started', cell)
      return
    }
    case 'lead_unit':
    case 'support_unit':
    case 'resp_unit': {
      const units = state.unitsNamed(String(value))
      if (units.length > 0) fact.units = units
      return
    }
    default:
      return
  }
}

/** The task whose narrative a text is. */
export function textSubject(state: TableState, plan: ColumnPlan, binding: RowBinding): string | undefined {
  const subjects = plan.indicator ? plan.subjects : binding.subjects
  const bound = subjects.length > 0 ? subjects : boundSubjects(state)
  const [only] = bound
  if (only !== undefined && bound.length === 1) return state.indicatorOf(only)?.taskId ?? only
  const tasks = new Set(bound.map((subject) => state.indicators.get(subject)?.taskId ?? subject))
  return tasks.size === 1 ? [...tasks][0] : undefined
}

/** The indicators that the headings of the table name. */
export function boundSubjects(state: TableState): readonly string[] {
  if (state.lastSubjects.length === 0)
    state.lastSubjects.push(...new Set(state.plans.flatMap((plan) => (plan.indicator ? [plan.indicator] : []))))
  return state.lastSubjects
}

/** Reads a date into the records of its row. */
function readDate(state: TableState, plan: ColumnPlan, value: CellValue, fact: CellRead, drafts: readonly RecordDraft[]): void {
  const dates = state.datesUnder(fact.format)
  let date = dates.get(value)
  if (date === undefined) {
    date = parseDate(value, { year: state.year, month: state.month, date1904: state.view.grid.date1904, format: fact.format }) ?? null
    dates.set(value, date)
  }
  if (!date) {
    if (fact.error === undefined && plan.field !== 'deadline' && plan.field !== 'actual_date') {
      fact.refused = 'unreadable'
    }
    return
  }
  fact.date = date
  if (plan.field === 'deadline') return
  const field = plan.field === 'as_of' ? 'asOf' : plan.field === 'planned_date' ? 'planned' : 'actual'
  const written = typeof value === 'string' ? value : undefined
  for (const draft of drafts) setWord(draft, field, date.date, fact.cell, written)
}
