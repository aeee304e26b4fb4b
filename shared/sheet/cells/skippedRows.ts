import { address } from '../../grid/a1.ts'
import { areaFact } from '../subjects/nameFacts.ts'
import { CellRead } from './cellRead.ts'
import type { TableState } from './tableState.ts'
import { textSubject } from './wordCells.ts'

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

/** A section of an area: an old name and a zone are told at its cell. */
export function readSection(state: TableState, row: number): void {
  skipRow(state, row)
  for (const { column } of state.table.columns) {
    const value = state.view.value(row, column)
    if (typeof value !== 'string') continue
    const area = areaFact(state.register, state.view, row, column)
    if (!area.zone && (area.code === undefined || !area.byAlias)) continue
    const fact = new CellRead(state.sheet, address(row, column), row, column, 'area', value, 'General')
    fact.area = area
    state.cells.push(fact)
    return
  }
}

/** Words that go on from the row above: they belong to its task. */
export function readContinuation(state: TableState, row: number): void {
  const binding = state.table.rows.findLast((one) => one.row < row)
  for (const plan of state.tablePlans) {
    const value = state.view.value(row, plan.column)
    if (value === null) continue
    state.readCells++
    if (binding)
      state.texts.add(
        textSubject(state, plan, binding),
        state.areaOf(undefined, plan, binding),
        plan.field,
        value,
        `${plan.letter}${row}`,
        row,
      )
  }
}

/** Counts the cells of unknown columns in a row that is left out. */
export function unknownSkipped(state: TableState, row: number): void {
  for (const column of state.unknown) if (state.view.value(row, column) !== null) state.skipped++
}
