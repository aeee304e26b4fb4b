import type { Result } from '../../../shared/base/result.ts'
import type { Consolidation, LightRequest } from '../../../shared/wire/consolidation.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import type { Ports } from '../../ports/ports.ts'
import type { PeriodContext } from '../periodContext.ts'
import { askConsolidation } from './pullConsolidation.ts'

/** Puts a coordinator's own light in place of the judged one, or takes it back; answers the figures as they stand with it. */
export async function putLight(
  ports: Ports,
  context: PeriodContext,
  indicator: string,
  asked: LightRequest,
): Promise<Result<Consolidation, ApiFault>> {
  const put = await ports.api.putLight(context.period.id, indicator, asked)
  // A light counts among the lights of the city: the figures are asked for again with it.
  return put.ok ? askConsolidation(ports, context) : put
}
