import { openDocument } from '../flow/city/openDocument.ts'
import { askConsolidation, pullConsolidation } from '../flow/city/pullConsolidation.ts'
import type { ActionContext } from './actionContext.ts'
import type { Actions } from './actions.ts'

/** The coordinator's: who has reported, the city's figures into a sheet, and the period's documents. */
export const cityActions = (actionContext: ActionContext): Pick<Actions, 'lookUp' | 'pull' | 'openDocument'> => {
  const { ports, stores, showFault } = actionContext
  return {
    lookUp: () =>
      actionContext.runInPeriod('pull', async (context, { signal }) => {
        const answer = await askConsolidation(ports, context, signal)
        if (!answer.ok) return showFault(answer.fault)
        stores.lastWrittenSheet.set(null)
        stores.consolidation.set(answer.value)
      }),
    pull: (words) =>
      actionContext.runInPeriod('write', async (context, work) => {
        const answer = await pullConsolidation(ports, context, words, work)
        if (!answer.ok) return showFault(answer.fault)
        stores.lastWrittenSheet.set(answer.value.sheet)
        stores.consolidation.set(answer.value.consolidation)
      }),
    openDocument: (ask) =>
      actionContext.runInPeriod('document', async (context, { signal }) => {
        stores.document.set(null)
        const link = await openDocument(ports, context, ask, signal)
        if (!link.ok) return showFault(link.fault)
        stores.document.set({ ask, link: link.value })
      }),
  }
}
