import type { Result } from '../../../shared/base/result.ts'
import type { DocumentAsk, DocumentLink } from '../../../shared/wire/document.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import type { Ports } from '../../ports/ports.ts'
import type { PeriodContext } from '../periodContext.ts'

/** Asks for a document of the period and opens its one-time link in the browser: from a pane no file can be saved. */
export async function openDocument(
  ports: Ports,
  context: PeriodContext,
  ask: DocumentAsk,
  signal: AbortSignal,
): Promise<Result<DocumentLink, ApiFault>> {
  const link = await ports.api.linkDocument(context.period.id, ask, signal)
  if (link.ok) ports.links.open(link.value.path)
  return link
}
