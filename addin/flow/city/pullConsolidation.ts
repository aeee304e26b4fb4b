import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { Consolidation } from '../../../shared/wire/consolidation.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import type { LongWork } from '../../ports/longWork.ts'
import type { Ports } from '../../ports/ports.ts'
import type { WorkbookFault } from '../../ports/workbookFault.ts'
import type { PeriodContext } from '../periodContext.ts'
import type { RefreshedSheet } from '../refresh/refreshSheet.ts'
import type { ConsolidationWords } from './consolidationWords.ts'

/** Asks for the city's figures of the period; nothing is written. */
export const askConsolidation = (ports: Ports, context: PeriodContext, signal?: AbortSignal): Promise<Result<Consolidation, ApiFault>> =>
  ports.api.consolidation(context.period.id, signal)

/** The city's figures, and what became of the sheet that they were written into. */
export interface PulledConsolidation {
  readonly consolidation: Consolidation
  readonly sheet: RefreshedSheet
}

/** Pulls the city's figures and writes them into a sheet of their own, which names the `asOfSeq` they were computed from. */
export async function pullConsolidation(
  ports: Ports,
  context: PeriodContext,
  words: ConsolidationWords,
  work: LongWork,
): Promise<Result<PulledConsolidation, ApiFault | WorkbookFault | { readonly tag: 'screenMissing' }>> {
  const answer = await askConsolidation(ports, context, work.signal)
  if (!answer.ok) return answer
  // only a coordinator's pane needs the code that lays the sheet out
  const writing = await import('./writeConsolidation.ts').catch(() => null)
  if (writing === null) return fail({ tag: 'screenMissing' })
  const written = await writing.writeConsolidation(ports, context, { answer: answer.value, words, work })
  return written.ok ? ok({ consolidation: answer.value, sheet: written.value }) : written
}
