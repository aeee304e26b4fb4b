import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { Consolidation } from '../../../shared/wire/consolidation.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import type { LongWork } from '../../ports/longWork.ts'
import type { Ports } from '../../ports/ports.ts'
import type { WorkbookFault } from '../../ports/workbookFault.ts'
import type { PeriodContext } from '../periodContext.ts'
import type { ConsolidationWords } from './consolidationWords.ts'

/** Asks for the city's figures of the period; nothing is written. */
export const askConsolidation = (ports: Ports, context: PeriodContext): Promise<Result<Consolidation, ApiFault>> =>
  ports.api.consolidation(context.period.id)

/** The city's figures, and the name of the sheet that they were written into. */
export interface PulledConsolidation {
  readonly consolidation: Consolidation
  readonly sheetName: string
}

/** Pulls the city's figures and writes them into a sheet of their own, which names the `asOfSeq` they were computed from. */
export async function pullConsolidation(
  ports: Ports,
  context: PeriodContext,
  words: ConsolidationWords,
  work: LongWork,
): Promise<Result<PulledConsolidation, ApiFault | WorkbookFault | { readonly tag: 'screenMissing' }>> {
  const answer = await askConsolidation(ports, context)
  if (!answer.ok) return answer
  // only a coordinator's pane needs the code that lays the sheet out
  const layout = await import('./consolidationSheet.ts').catch(() => null)
  if (layout === null) return fail({ tag: 'screenMissing' })
  const written = await ports.workbook.writeSheet(
    layout.consolidationSheet(answer.value, context.register, words, ports.surroundings.now()),
    work,
  )
  return written.ok ? ok({ consolidation: answer.value, sheetName: written.value }) : written
}
