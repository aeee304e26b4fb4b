import { fail, ok, type Result } from '../../base/result.ts'
import type { Grid } from '../../grid/grid.ts'
import { basisOfRegister } from '../basisOfRegister.ts'
import { formOfRegister } from '../formOfRegister.ts'
import { parseRegister } from '../parseRegister.ts'
import type { Register } from '../register.ts'
import type { IndicatorForm, RegisterBasis, RegisterForm } from '../registerForm.ts'
import { registerRemarks } from '../registerRemarks.ts'
import { type RegisterTrouble, type RegisterUnread, troublesOf } from '../registerTrouble.ts'
import { cellOfTrouble } from './cellOfTrouble.ts'
import { registerFromGrid } from './registerFromGrid.ts'
import { registerSheet } from './registerSheet.ts'
import { isTargetSheet, targetsFromGrid } from './targetsFromGrid.ts'

/** What a sheet of tasks does not say of itself; a title that is left out is the usual one. */
export type SheetHead = Pick<RegisterBasis, 'id' | 'year' | 'version' | 'title'>

/** What a sheet means: the register in its form and complete, and what a person should look at before it is loaded. */
export interface RegisterRead {
  readonly form: RegisterForm
  readonly register: Register
  readonly remarks: readonly RegisterTrouble[]
}

/**
 * The register that a sheet means, read against the areas, units and measures of `like`; or everything that does not fit,
 * with its cells. Where `like` is an earlier version of the same register, its title and its plans stay (of the indicators that
 * are still there), the targets of counties and the moves of duties too where the sheet has no column for any; and the sheet may be of those alone.
 */
export function readRegisterSheet(grid: Grid, head: SheetHead, like: Register): Result<RegisterRead, RegisterUnread> {
  const isSame = like.id === head.id && like.year === head.year
  const read =
    isSame && isTargetSheet(grid, like) ? targetsFromGrid(grid, like, head) : tasksFromGrid(grid, head, isSame ? like : null, like)
  if (read.faults.length > 0) {
    const troubles = read.faults.map(({ cell, text, reason }) => ({ code: reason, cell, at: '', value: text }))
    return fail({ tag: 'unread', troubles })
  }
  const { form } = read
  const placed = (trouble: RegisterTrouble): RegisterTrouble => ({ ...trouble, cell: cellOfTrouble(trouble, grid, form) })
  const parsed = parseRegister(form)
  if (!parsed.ok) return fail({ tag: 'unread', troubles: troublesOf(parsed.fault).map(placed) })
  return ok({ form, register: parsed.value, remarks: registerRemarks(parsed.value).map(placed) })
}

/** A sheet of tasks and indicators. `before` is the version before of the same register, where it is one. */
function tasksFromGrid(grid: Grid, head: SheetHead, before: Register | null, like: Register): ReturnType<typeof registerFromGrid> {
  const { title, ...basis } = basisOfRegister(like)
  const { form, faults } = registerFromGrid(grid, { ...basis, ...(before !== null && title !== undefined ? { title } : {}), ...head })
  if (before === null) return { form, faults }
  const ids = new Set(form.indicators.map(({ id }) => id))
  const old = formOfRegister(before)
  const plans = old.plans?.filter(({ indicator }) => ids.has(indicator)) ?? []
  const sheet = registerSheet(grid, form)
  const indicators = sheet?.hasCounties === false ? withTargetsOf(old, form.indicators) : form.indicators
  const succeeds = sheet?.fields.has('predecessor') || sheet?.fields.has('taskPredecessor') ? form.succeeds : stillThere(old.succeeds, form)
  return {
    form: { ...form, indicators, ...(plans.length === 0 ? {} : { plans }), ...(succeeds === undefined ? {} : { succeeds }) },
    faults,
  }
}

/** Moves of duties that the sheet has no column for, of the subjects that it still has. */
function stillThere(moves: RegisterForm['succeeds'], { tasks, indicators }: RegisterForm): RegisterForm['succeeds'] {
  const ids = new Set([...tasks, ...indicators].map(({ id }) => id))
  return moves?.filter(({ subject }) => subject === undefined || ids.has(subject))
}

function withTargetsOf({ indicators }: RegisterForm, fresh: readonly IndicatorForm[]): readonly IndicatorForm[] {
  const known = new Map(indicators.map(({ id, countyTargets }) => [id, countyTargets]))
  return fresh.map((indicator) => {
    const countyTargets = known.get(indicator.id)
    return countyTargets === undefined ? indicator : { ...indicator, countyTargets }
  })
}
