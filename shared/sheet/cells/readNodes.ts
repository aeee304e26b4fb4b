import type { RowBinding } from '../../record/reading.ts'
import { flagOf } from '../subjects/flagWords.ts'
import { type RecordDraft, setWord } from './recordDraft.ts'
import type { TableState } from './tableState.ts'

/** The nodes of a row's project: done where ticked, not where crossed or blank; a dash says that there is none. */
export function readNodes(state: TableState, binding: RowBinding, drafts: RecordDraft[]): void {
  const [subject] = binding.subjects
  if (subject === undefined || binding.subjects.length > 1) return
  const area = state.areaOf(state.indicatorOf(subject), undefined, binding)
  for (const plan of state.nodes) {
    const value = state.view.value(binding.row, plan.column)
    const done = value === null ? false : flagOf(value)
    if (done === undefined) continue
    const draft = state.draft(drafts, subject, area, plan.node)
    if (draft) setWord(draft, 'done', done, `${plan.letter}${binding.row}`, value === null ? undefined : String(value))
  }
}
