import type { Result } from '../../../shared/base/result.ts'
import type { Correction } from '../../../shared/record/reading.ts'
import type { Ports } from '../../ports/ports.ts'
import type { WorkbookFault } from '../../ports/workbookFault.ts'
import type { PeriodContext } from '../periodContext.ts'
import type { CheckFault, SheetCheck } from './checkSheet.ts'
import { checkSheet } from './checkSheet.ts'

/** The sheet read by what the person said, and whether the workbook keeps that: where it does not, it holds until the pane is closed. */
export interface Corrected {
  readonly check: Result<SheetCheck, CheckFault>
  readonly kept: Result<void, WorkbookFault>
}

/**
 * Remembers with the workbook what the person says columns, rows or headings are, in place of earlier words on the same, and
 * reads again.
 */
export async function correctReading(
  ports: Ports,
  context: PeriodContext,
  sheet: string,
  corrections: readonly Correction[],
): Promise<Corrected> {
  const before = await ports.memory.corrections(sheet)
  if (!before.ok) return { check: before, kept: before }
  const others = before.value.filter((one) => !corrections.some((correction) => sameAnchor(one, correction)))
  const kept = await ports.memory.setCorrections(sheet, [...others, ...corrections])
  return { check: await checkSheet(ports, context), kept }
}

/** Forgets every correction of a sheet, does not read it by remembered ones either, and reads again. */
export async function forgetCorrections(ports: Ports, context: PeriodContext, sheet: string): Promise<Corrected> {
  const forgotten = await ports.memory.setCorrections(sheet, [])
  const ignored = await ports.memory.setLayoutUse(sheet, 'ignored')
  return { check: await checkSheet(ports, context), kept: forgotten.ok ? ignored : forgotten }
}

/** A row is either left out or about something: the one word replaces the other. */
const subject = ({ kind }: Correction): string => (kind === 'skipRow' ? 'row' : kind)
const sameAnchor = (a: Correction, b: Correction): boolean =>
  subject(a) === subject(b) && a.anchor === b.anchor && a.occurrence === b.occurrence
