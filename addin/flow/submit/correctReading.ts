import type { Result } from '../../../shared/base/result.ts'
import type { Correction } from '../../../shared/record/reading.ts'
import type { Ports } from '../../ports/ports.ts'
import type { PeriodContext } from '../periodContext.ts'
import type { CheckFault, SheetCheck } from './checkSheet.ts'
import { checkSheet } from './checkSheet.ts'

/**
 * Remembers with the workbook what the person says columns, rows or headings are, in place of earlier words on the same, and
 * reads again.
 */
export async function correctReading(
  ports: Ports,
  context: PeriodContext,
  sheet: string,
  corrections: readonly Correction[],
): Promise<Result<SheetCheck, CheckFault>> {
  const before = await ports.memory.corrections(sheet)
  const kept = before.filter((one) => !corrections.some((correction) => sameAnchor(one, correction)))
  await ports.memory.setCorrections(sheet, [...kept, ...corrections])
  return checkSheet(ports, context)
}

/** Forgets every correction of a sheet, does not read it by remembered ones either, and reads again. */
export async function forgetCorrections(ports: Ports, context: PeriodContext, sheet: string): Promise<Result<SheetCheck, CheckFault>> {
  await ports.memory.setCorrections(sheet, [])
  await ports.memory.setLayoutUse(sheet, 'ignored')
  return checkSheet(ports, context)
}

/** A row is either left out or about something: the one word replaces the other. */
const subject = ({ kind }: Correction): string => (kind === 'skipRow' ? 'row' : kind)
const sameAnchor = (a: Correction, b: Correction): boolean =>
  subject(a) === subject(b) && a.anchor === b.anchor && a.occurrence === b.occurrence
