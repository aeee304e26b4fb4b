import { fail, type Result } from '../../../shared/base/result.ts'
import type { RecordKey } from '../../../shared/record/figureRecord.ts'
import { recordKeyText } from '../../../shared/record/figureRecord.ts'
import type { Ports } from '../../ports/ports.ts'
import type { WorkbookFault } from '../../ports/workbookFault.ts'
import type { PeriodContext } from '../periodContext.ts'
import { mainCell, type Place } from '../place.ts'
import { checkSheet } from './checkSheet.ts'

/** `notInWorkbook`: the open workbook has neither the row nor the cell that it was sent from. */
export type ShowRowFault = WorkbookFault | { readonly tag: 'notInWorkbook' }

/**
 * Shows the person the cell of a row: where the open sheet has it now, since rows may have been inserted; else where it
 * was when it was sent.
 */
export async function showRow(
  ports: Ports,
  context: PeriodContext,
  about: RecordKey,
  sentFrom: Place | null,
): Promise<Result<void, ShowRowFault>> {
  const check = await checkSheet(ports, context)
  const key = recordKeyText(about)
  const here = check.ok ? check.value.reading.records.find((record) => recordKeyText(record) === key)?.origin : undefined
  const place = here ?? sentFrom
  const cell = place === null ? undefined : mainCell(place.cells)
  if (place === null || cell === undefined) return fail({ tag: 'notInWorkbook' })
  const shown = await ports.workbook.select(place.sheet, cell)
  return !shown.ok && shown.fault.tag === 'sheetGone' ? fail({ tag: 'notInWorkbook' }) : shown
}
