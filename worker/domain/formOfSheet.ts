import type { Finding } from '../../shared/finding/finding.ts'
import type { Grid } from '../../shared/grid/grid.ts'
import { gridFromJson } from '../../shared/grid/gridFromJson.ts'
import { basisOfRegister } from '../../shared/register/basisOfRegister.ts'
import type { RegisterForm } from '../../shared/register/registerForm.ts'
import { registerBasisSchema } from '../../shared/register/registerSchema.ts'
import { registerFromGrid } from '../../shared/register/sheet/registerFromGrid.ts'
import type { RegisterSheetFault } from '../../shared/register/sheet/registerSheetFault.ts'
import { isTargetSheet, targetsFromGrid } from '../../shared/register/sheet/targetsFromGrid.ts'
import { Refusal } from '../http/problem.ts'
import { conform } from '../http/readBody.ts'
import type { Database } from '../store/database/database.ts'
import { latestRegister } from '../store/registers.ts'

/** A register sent as a sheet: `{id, year, version, grid, like?, …}`, see docs/register.md. */
export const isSheet = (body: unknown): body is Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null && Object.hasOwn(body, 'grid')

/**
 * The form that a sheet means. What it does not say (areas, units …) is sent with it or comes from the newest version of
 * the register `like`, or of its own id; a sheet of county targets alone (分解表) is read onto the newest version of its own id. Throws invalidBody, with findings and their cells where the sheet is at fault.
 */
export async function formOfSheet(db: Database, { grid, like, ...own }: Readonly<Record<string, unknown>>): Promise<ReadSheet> {
  const from = like ?? own.id
  const base = typeof from === 'string' ? await latestRegister(db, from) : undefined
  if (like !== undefined && !base) throw new Refusal('invalidBody', { detail: 'like: unknown' })
  const { title: _, version: __, ...basis } = base ? basisOfRegister(base) : { title: undefined, version: undefined }
  const read = gridFromJson(grid)
  if (!read.ok) throw new Refusal('invalidBody', { detail: `grid: ${read.fault.reason}` })
  const head = conform(registerBasisSchema, { ...basis, ...own })
  const sheet = read.value.grid
  const isTargets = base !== undefined && base.id === head.id && base.year === head.year && isTargetSheet(sheet, base)
  const { form, faults } = isTargets
    ? targetsFromGrid(sheet, base, { version: head.version, ...(head.title === undefined ? {} : { title: head.title }) })
    : registerFromGrid(sheet, head)
  if (faults.length > 0) throw new Refusal('invalidBody', { detail: 'grid: cells', findings: faults.slice(0, 200).map(findingOf) })
  return { form, grid: sheet }
}

/** The form, and the sheet that it was read from. */
export interface ReadSheet {
  readonly form: RegisterForm
  readonly grid: Grid
}

const findingOf = ({ sheet, cell, text, reason }: RegisterSheetFault): Finding => ({
  code: 'NOT_READ',
  severity: 'error',
  sheet,
  cell,
  params: { text, reason },
})
