import type { RowBinding } from '../../record/reading.ts'
import { doneOf } from '../subjects/flagWords.ts'
import type { RecordDraft } from './recordDraft.ts'
import type { TableState } from './tableState.ts'
import { boundSubjects, readOther } from './wordCells.ts'

/** A node has a record even where its row holds no figure. */
export function milestoneDraft(state: TableState, drafts: RecordDraft[], binding: RowBinding, part: string): void {
  const subject = binding.subjects[0] ?? boundSubjects(state)[0]
  if (subject === undefined) return
  const indicator = state.indicators.get(subject)
  state.draft(drafts, subject, state.areaOf(indicator, undefined, binding), part)
  for (const plan of state.plans) {
    const value = state.view.value(binding.row, plan.column)
    if (value === null || plan.figure !== undefined) continue
    const fact = state.fact(binding.row, plan, value)
    if (plan.field.endsWith('_date') || plan.field === 'as_of' || plan.field === 'completed_flag' || plan.field === 'status')
      readOther(state, binding.row, plan, value, fact, drafts, binding, part)
  }
}

/** Whether a node is done, where no flag says it: by the words of its state, else by its actual date. */
export function readMilestone(state: TableState, row: number, draft: RecordDraft): void {
  if (draft.values.done !== undefined) return
  const text = state.plans.find((plan) => plan.field === 'progress_text' || plan.field === 'cumulative')
  const words = text ? state.view.text(row, text.column) : ''
  const said = doneOf(words)
  if (draft.values.stage === undefined && /^(尚?未(开始|启动|开工|实施)|待(开工|启动|实施))/u.test(words))
    draft.values.stage = 'not_started'
  draft.values.done = said ?? typeof draft.values.actual === 'string'
}
