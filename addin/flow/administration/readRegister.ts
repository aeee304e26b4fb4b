import { ok, type Result } from '../../../shared/base/result.ts'
import type { Register } from '../../../shared/register/register.ts'
import type { RegisterTrouble } from '../../../shared/register/registerTrouble.ts'
import type { RegisterDifference } from '../../../shared/wire/administration.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import type { Ports } from '../../ports/ports.ts'
import type { ReaderMissing, RegisterReader } from '../../ports/readers.ts'
import type { CellMark } from '../../ports/workbook.ts'
import type { WorkbookFault } from '../../ports/workbookFault.ts'

/** Where a register is read from: the sheet that is open, against a version that is loaded; or the text of a JSON file. */
export type RegisterSource =
  | {
      readonly tag: 'sheet'
      readonly id: string
      readonly year: number
      /** "" for the usual one. */
      readonly title: string
      readonly like: { readonly id: string; readonly version: number }
    }
  | { readonly tag: 'file'; readonly name: string; readonly text: string }

/** What was read: troubles alone, or a register that waits for the person's word, with what loading it would change. */
export type RegisterReading =
  | { readonly tag: 'troubled'; readonly from: string; readonly sheet: string | null; readonly troubles: readonly RegisterTrouble[] }
  | {
      readonly tag: 'read'
      readonly from: string
      readonly register: Register
      /** The version that it is compared with; null for the first. */
      readonly before: Register | null
      readonly difference: RegisterDifference
      /** What a person should look at before loading it, with its cells where a sheet was read. */
      readonly remarks: readonly RegisterTrouble[]
      readonly sheet: string | null
    }

/** Why a register could not be read; a register with troubles is read, and no fault. */
export type ReadRegisterFault = ApiFault | WorkbookFault | ReaderMissing

/**
 * Reads a register as the next version of its id, marks the cells that do not fit, and asks the server what loading it
 * would change. Nothing is loaded.
 */
export async function readRegister(ports: Ports, source: RegisterSource): Promise<Result<RegisterReading, ReadRegisterFault>> {
  const reader = await ports.readers.register()
  if (!reader.ok) return reader
  const loaded = await ports.api.registers()
  if (!loaded.ok) return loaded
  const newest = (id: string): number => Math.max(0, ...loaded.value.filter((one) => one.id === id).map(({ version }) => version))
  const read =
    source.tag === 'sheet' ? await fromSheet(ports, source, reader.value, newest(source.id) + 1) : ok(fromFile(source, reader.value))
  if (!read.ok) return read
  if (read.value.tag === 'troubled') return ok(read.value)

  const { from, sheet, remarks } = read.value
  const last = newest(read.value.register.id)
  // A file may bring the first version of a register; every later one is the next of its id, whatever the file says.
  const register = { ...read.value.register, version: last === 0 ? read.value.register.version : last + 1 }
  const difference = await ports.api.loadRegister(register, true)
  if (!difference.ok) return difference
  const before = last === 0 ? ok(null) : await ports.api.registerVersion(register.id, last)
  if (!before.ok) return before
  return ok({ tag: 'read', from, sheet, register, before: before.value, difference: difference.value, remarks })
}

/** What a source gave, before the server was asked. */
type Read =
  | Extract<RegisterReading, { tag: 'troubled' }>
  | (Pick<Extract<RegisterReading, { tag: 'read' }>, 'from' | 'sheet' | 'register' | 'remarks'> & { readonly tag: 'register' })

async function fromSheet(
  { api, workbook }: Ports,
  { id, year, title, like }: Extract<RegisterSource, { tag: 'sheet' }>,
  { readSheet }: RegisterReader,
  version: number,
): Promise<Result<Read, ApiFault | WorkbookFault>> {
  const grid = await workbook.readActiveSheet()
  if (!grid.ok) return grid
  const other = await api.registerVersion(like.id, like.version)
  if (!other.ok) return other
  const sheet = grid.value.sheetName
  const read = readSheet(grid.value, { id, year, version, ...(title === '' ? {} : { title }) }, other.value)
  const cellsOf = (troubles: readonly RegisterTrouble[]) => [...new Set(troubles.flatMap(({ cell }) => cell ?? []))]
  const marks = read.ok ? cellsOf(read.value.remarks).map(asWarning) : cellsOf(read.fault.troubles).map(asError)
  // Marks are a help and no more: where the sheet cannot be marked, or that would clear what can be undone, the list says the same.
  if (workbook.capabilities.keepsUndo) await (marks.length === 0 ? workbook.unmark(sheet) : workbook.mark(sheet, marks))
  return ok(
    read.ok
      ? { tag: 'register', from: sheet, sheet, register: read.value.register, remarks: read.value.remarks }
      : { tag: 'troubled', from: sheet, sheet, troubles: read.fault.troubles },
  )
}

function fromFile({ name, text }: Extract<RegisterSource, { tag: 'file' }>, { readFile, remarksOn }: RegisterReader): Read {
  const read = readFile(text)
  return read.ok
    ? { tag: 'register', from: name, sheet: null, register: read.value, remarks: remarksOn(read.value) }
    : { tag: 'troubled', from: name, sheet: null, troubles: read.fault.troubles }
}

const asError = (cell: string): CellMark => ({ cell, severity: 'error' })
const asWarning = (cell: string): CellMark => ({ cell, severity: 'warning' })
