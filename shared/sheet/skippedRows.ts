import type { TableState } from './tableState.ts'

/** A row that says "no such task here": its area is looked at, its marks are counted. */
export function readNotApplicable(state: TableState, row: number): void {
  for (const plan of state.plans) {
    const value = state.view.value(row, plan.column)
    if (value === null) continue
    const area = plan.field === 'area' ? state.areaFact(row, plan.column) : undefined
    if (area) {
      state.readCells++
      state.cells.push({ ...state.fact(row, plan, value), area })
    } else state.skipped++
  }
  unknownSkipped(state, row)
}

/** Counts the cells of a row that is left out with a reason. */
export function skipRow(state: TableState, row: number): void {
  for (const { column } of state.table.columns) if (state.view.value(row, column) !== null) state.skipped++
}

/** Counts the cells of unknown columns in a row that is left out. */
export function unknownSkipped(state: TableState, row: number): void {
  for (const column of state.unknown) if (state.view.value(row, column) !== null) state.skipped++
}
