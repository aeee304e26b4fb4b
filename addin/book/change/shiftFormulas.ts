import type { Area } from '../../../shared/grid/a1.ts'
import { mapReferences, movedFormula } from '../references.ts'
import type { Sheet } from '../sheet.ts'
import { type Shift, shiftArea, shiftLine } from './shift.ts'

/** Rewrites a formula that stands on one sheet for what comes or goes on the same or another. */
export type FormulaShift = (formula: string, on: Sheet | undefined) => string

/** Formulas follow the cells that they refer to; a reference to what is gone is #REF!. */
export function formulaShift(sheet: Sheet, shift: Shift): FormulaShift {
  const name = sheet.name.toLowerCase()
  return (formula, on) =>
    mapReferences(formula, (reference) => {
      const isHere = reference.sheet === undefined ? on === sheet : reference.sheet.toLowerCase() === name
      if (!isHere) return undefined
      const area = shiftArea(reference.area, shift)
      return area ? { ...reference, area } : 'gone'
    })
}

/** What a rule and a validation have in common. */
interface OverAreas {
  readonly areas: readonly Area[]
  readonly formulas: readonly string[]
}

/**
 * A rule or validation over its areas afterwards; none where none of its cells is left. Its formulas are written for the
 * first cell of its first area: where that one goes, they are written for the first that stays, and follow as all do.
 */
export function shiftOverAreas<T extends OverAreas>(one: T, shift: Shift): T[] {
  const { areas, formulas } = one
  const next = areas.flatMap((area) => shiftArea(area, shift) ?? [])
  const [first] = areas
  if (next.length === 0 || !first) return []
  const staying = firstStaying(areas, shift) ?? first
  const moved = formulas.map((formula) => movedFormula(formula, staying.top - first.top, staying.left - first.left))
  return [{ ...one, areas: next, formulas: moved }]
}

/** Of the areas, the first whose beginning stays, cut to where it does. */
function firstStaying(areas: readonly Area[], shift: Shift): Area | undefined {
  const side = shift.axis === 'row' ? 'top' : 'left'
  const area = areas.find((one) => shiftArea(one, shift) !== undefined)
  if (!area) return undefined
  const isGone = shiftArea({ ...area, bottom: area.top, right: area.left }, shift) === undefined
  const beyond = shift.at + shift.count
  return isGone && shiftLine(beyond, shift) !== undefined ? { ...area, [side]: beyond } : area
}
