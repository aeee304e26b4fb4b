import type { RowBinding } from '../../record/reading.ts'
import { targetInWords, textFigures } from './narrativeFigures.ts'
import { type RecordDraft, setFigure, setWord } from './recordDraft.ts'
import type { TableState } from './tableState.ts'
import { textSubject } from './wordCells.ts'

/** Figures out of the narrative, for tables that have no column for them. */
export function readWords(state: TableState, row: number, binding: RowBinding, drafts: RecordDraft[], part: string): void {
  for (const plan of state.plans) {
    const value = state.view.value(row, plan.column)
    if (plan.field !== 'progress_text') continue
    for (const subject of plan.indicator ? [plan.indicator] : binding.subjects) {
      const indicator = state.indicators.get(subject)
      if (indicator?.target == null || indicator.kind === 'milestone') continue
      const area = state.areaOf(indicator, plan, binding)
      if (indicator.area !== state.register.city && indicator.area !== area) continue
      state.draft(drafts, subject, area, part)
    }
    const task = textSubject(state, plan, binding)
    if (typeof value !== 'string' || task === undefined || state.year === undefined) continue
    const cell = `${plan.letter}${row}`
    const said = textFigures(state.register, task, value, state.year)
    for (const figure of said.figures) {
      const indicator = state.indicators.get(figure.indicator ?? '')
      if (!indicator || figure.value === null) continue
      const draft = state.draft(drafts, indicator.id, figure.area ?? state.areaOf(indicator, plan, binding), part)
      if (!draft) continue
      setFigure(draft, 'cumulative', figure.value, cell, figure.raw)
      if (figure.stage) setWord(draft, 'stage', figure.stage, cell)
      const asOf = figure.asOf ?? said.asOf
      if (asOf !== null) setWord(draft, 'asOf', asOf, cell)
    }
    for (const percent of said.percents) {
      const draft = drafts.find((d) => d.subject === percent.of)
      if (draft) setFigure(draft, 'statedPercent', percent.value, cell, percent.raw)
    }
  }
}

/** Targets that the words of the task state, where no column does; a county's part of the whole has none by them. */
export function readNamedTargets(state: TableState, row: number, drafts: readonly RecordDraft[]): void {
  for (const plan of state.plans) {
    if (plan.field !== 'task' && plan.field !== 'indicator') continue
    const words = state.view.mergedText(row, plan.column)
    if (words === '') continue
    for (const draft of drafts) {
      if (!draft.indicator || draft.values.target !== undefined || draft.part !== '' || isPartOfWhole(draft, drafts)) continue
      const target = targetInWords(state.register, draft.indicator, words)
      if (target === undefined) continue
      draft.values.target = target
      draft.cells.target = `${plan.letter}${row}`
    }
  }
}

/** The row also reports the indicator for the whole that its target is set for. */
const isPartOfWhole = (draft: RecordDraft, drafts: readonly RecordDraft[]): boolean =>
  draft.area !== draft.indicator?.area && drafts.some((other) => other.subject === draft.subject && other.area === draft.indicator?.area)
