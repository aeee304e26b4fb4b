import { openDocument } from '../flow/city/openDocument.ts'
import { askConsolidation, pullConsolidation } from '../flow/city/pullConsolidation.ts'
import type { Actions } from './actions.ts'
import type { Bench } from './bench.ts'

/** The coordinator's: who has reported, the city's figures into a sheet, and the period's documents. */
export const cityActions = (bench: Bench): Pick<Actions, 'lookUp' | 'pull' | 'openDocument'> => {
  const { ports, stores, say } = bench
  return {
    lookUp: () =>
      bench.atDesk('pull', async (desk) => {
        const answer = await askConsolidation(ports, desk)
        if (!answer.ok) return say(answer.fault)
        stores.said.set('')
        stores.consolidation.set(answer.value)
      }),
    pull: (words) =>
      bench.atDesk('write', async (desk) => {
        const answer = await pullConsolidation(ports, desk, words)
        if (!answer.ok) return say(answer.fault)
        stores.said.set(words.sheetName(desk.period.id))
        stores.consolidation.set(answer.value)
      }),
    openDocument: (ask) =>
      bench.atDesk('document', async (desk) => {
        stores.document.set(null)
        const link = await openDocument(ports, desk, ask)
        if (!link.ok) return say(link.fault)
        stores.document.set({ ask, link: link.value })
      }),
  }
}
