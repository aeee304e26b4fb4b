import type { CellFact } from '../../finding/facts.ts'
import type { RowBinding } from '../../record/reading.ts'
import type { CellRead } from './cellRead.ts'
import type { TableState } from './tableState.ts'

/** Figures of a row that speaks of nothing we know, or of several things. */
export function reportUnplaced(state: TableState, row: number, binding: RowBinding, facts: readonly CellFact[]): void {
  const candidates = binding.why.params?.candidates
  for (const fact of facts) {
    if (state.plans.find((plan) => plan.column === fact.column)?.figure === undefined || fact.indicator !== undefined) continue
    state.notRead.push({
      cell: fact.cell,
      reason: candidates === undefined ? 'subject_unknown' : 'subject_ambiguous',
      ...(typeof candidates === 'string' ? { candidates: candidates.split(',') } : {}),
    })
  }
  void row
}

/** A functional zone or an unknown area: its figures are not stored, and that is said. */
export function reportAreaUnknown(state: TableState, facts: readonly CellRead[]): void {
  for (const fact of facts) {
    const plan = state.plans.find((p) => p.column === fact.column)
    if (plan?.figure !== undefined && fact.error === undefined) {
      const reading =
        plan.field === 'percent'
          ? state.reader.readPercent(fact.value, undefined, undefined)
          : state.reader.read(fact.value, plan.indicator ? state.indicators.get(plan.indicator) : undefined, plan.label)
      if (reading.quantity) fact.quantity = reading.quantity
      if (plan.indicator) fact.indicator = plan.indicator
      state.notRead.push({ cell: fact.cell, reason: 'area_unknown' })
    }
    state.cells.push(fact)
  }
}
