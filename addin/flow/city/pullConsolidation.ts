import { ok, type Result } from '../../../shared/base/result.ts'
import type { Consolidation } from '../../../shared/wire/consolidation.ts'
import type { ApiFault, Ports, WorkbookFault } from '../../ports.ts'
import type { PeriodContext } from '../periodContext.ts'
import { consolidationSheet } from './consolidationSheet.ts'
import type { ConsolidationWords } from './consolidationWords.ts'

/** Asks for the city's figures of the period; nothing is written. */
export const askConsolidation = (ports: Ports, context: PeriodContext): Promise<Result<Consolidation, ApiFault>> =>
  ports.api.consolidation(context.period.id)

/** Pulls the city's figures and writes them into a sheet of their own, which names the `asOfSeq` it stands on. */
export async function pullConsolidation(
  ports: Ports,
  context: PeriodContext,
  words: ConsolidationWords,
): Promise<Result<Consolidation, ApiFault | WorkbookFault>> {
  const answer = await askConsolidation(ports, context)
  if (!answer.ok) return answer
  const written = await ports.workbook.writeSheet(consolidationSheet(answer.value, context.register, words, ports.surroundings.now()))
  return written.ok ? ok(answer.value) : written
}
