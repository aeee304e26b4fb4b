import type { Result } from '../../../shared/base/result.ts'
import type { Consolidation } from '../../../shared/wire/consolidation.ts'
import type { LongWork } from '../../ports/longWork.ts'
import type { Ports } from '../../ports/ports.ts'
import type { WorkbookFault } from '../../ports/workbookFault.ts'
import type { PeriodContext } from '../periodContext.ts'
import { type RefreshedSheet, refreshSheet } from '../refresh/refreshSheet.ts'
import { consolidationSheet } from './consolidationSheet.ts'
import type { ConsolidationWords } from './consolidationWords.ts'

/** Writes the city's figures into their sheet: a new one, or the earlier one in place. */
export const writeConsolidation = (
  { workbook, surroundings }: Ports,
  { register }: PeriodContext,
  { answer, words, work }: { readonly answer: Consolidation; readonly words: ConsolidationWords; readonly work: LongWork },
): Promise<Result<RefreshedSheet, WorkbookFault>> =>
  refreshSheet(workbook, consolidationSheet(answer, register, words, surroundings.now()), work)
