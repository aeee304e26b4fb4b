import { fail, ok, type Result } from '../../base/result.ts'
import type { Grid } from '../../grid/grid.ts'
import { basisOfRegister } from '../basisOfRegister.ts'
import { formOfRegister } from '../formOfRegister.ts'
import { parseRegister } from '../parseRegister.ts'
import type { Register } from '../register.ts'
import type { RegisterBasis, RegisterForm } from '../registerForm.ts'
import { type RegisterTrouble, type RegisterUnread, type TroubleCode, troublesOf } from '../registerTrouble.ts'
import type { RegisterField } from './registerColumns.ts'
import { registerFromGrid } from './registerFromGrid.ts'
import { registerSheet } from './registerSheet.ts'

/** What a sheet of tasks does not say of itself; a title that is left out is the usual one. */
export type SheetHead = Pick<RegisterBasis, 'id' | 'year' | 'version' | 'title'>

/**
 * The register that a sheet means, in its form and complete, read against the areas, units and measures of `like`; or
 * everything that does not fit, with its cells. Where `like` is an earlier version of the same register, its title and
 * its plans (of the indicators that are still there) stay too.
 */
export function readRegisterSheet(
  grid: Grid,
  head: SheetHead,
  like: Register,
): Result<{ readonly form: RegisterForm; readonly register: Register }, RegisterUnread> {
  const { title, plans, basis } = basisOf(like, head)
  const read = registerFromGrid(grid, { ...basis, ...(title === undefined ? {} : { title }), ...head })
  if (read.faults.length > 0) {
    const troubles = read.faults.map(({ cell, text, reason }) => ({ code: reason, cell, at: '', value: text }))
    return fail({ tag: 'unread', troubles })
  }
  const ids = new Set(read.form.indicators.map(({ id }) => id))
  const stillPlanned = plans?.filter(({ indicator }) => ids.has(indicator)) ?? []
  const form: RegisterForm = stillPlanned.length === 0 ? read.form : { ...read.form, plans: stillPlanned }
  const parsed = parseRegister(form)
  if (parsed.ok) return ok({ form, register: parsed.value })
  const troubles = troublesOf(parsed.fault).map((trouble) => ({ ...trouble, cell: cellOf(trouble, grid, form) }))
  return fail({ tag: 'unread', troubles })
}

function basisOf(like: Register, { id, year }: SheetHead): Pick<RegisterForm, 'plans' | 'title'> & { readonly basis: RegisterBasis } {
  const { title, ...basis } = basisOfRegister(like)
  return like.id === id && like.year === year ? { basis, title, plans: formOfRegister(like).plans } : { basis }
}

/** The column to look at, by what does not fit; a task's or an indicator's own words for all the rest. */
const COLUMN: Readonly<Partial<Record<TroubleCode, RegisterField>>> = {
  unknownMeasure: 'measure',
  targetWithoutMeasure: 'measure',
  targetNegative: 'target',
  deadlineOutsideYear: 'deadline',
  reporterMissing: 'reporter',
  reporterTwice: 'reporter',
  levelsMixed: 'reportedBy',
}

/** The cell of the task or indicator that a trouble names; null where it names neither. */
function cellOf({ code, at, value }: RegisterTrouble, grid: Grid, form: RegisterForm): string | null {
  const rows = registerSheet(grid)?.rows ?? []
  const subject = code === 'duplicateId' ? value : (at.split(' ')[1] ?? '')
  const indicators = rows.filter(({ name }) => name.text !== '')
  const found = form.indicators.findLastIndex(({ id }) => id === subject)
  const indicator = indicators[found]
  if (indicator !== undefined) return indicator[COLUMN[code] ?? 'name'].at
  return rows.findLast(({ task }) => task.text === subject)?.text.at ?? null
}
