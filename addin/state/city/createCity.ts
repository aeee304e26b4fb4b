import type { LightRequest, Source } from '../../../shared/wire/consolidation.ts'
import type { RecordVersion } from '../../../shared/wire/records.ts'
import { putLight } from '../../flow/city/putLight.ts'
import type { ActionContext } from '../actionContext.ts'
import { createStore, type Store } from '../createStore.ts'

/** A row that a figure came from. */
export type RowOf = Pick<Source, 'reporter' | 'area' | 'part'> & { readonly subject: string }

/** What the screen of the city's figures has besides the figures: the versions of rows asked for, and what was done last. */
export interface City {
  /** Newest first, by `rowKey`. */
  readonly versions: Store<ReadonlyMap<string, readonly RecordVersion[]>>
  /** The indicator whose light was put last. */
  readonly put: Store<string | null>
  /** Every version of a row. */
  loadVersions(row: RowOf): Promise<void>
  /** Puts a light, or takes it back; true where it was done, and then the figures shown are those with it. */
  putLight(indicator: string, asked: LightRequest): Promise<boolean>
}

/** The key of a row in `versions`. */
export const rowKey = ({ reporter, subject, area, part }: RowOf): string => JSON.stringify([reporter, subject, area, part])

/** The state of one person's screen of the city's figures, empty until it is asked for. */
export function createCity({ ports, stores, runInPeriod, showFault }: ActionContext): City {
  const versions = createStore<ReadonlyMap<string, readonly RecordVersion[]>>(new Map())
  const put = createStore<string | null>(null)
  return {
    versions,
    put,
    loadVersions: (row) =>
      runInPeriod('look', async (context) => {
        const answer = await ports.api.history(context.period.id, row.reporter, row)
        if (!answer.ok) return showFault(answer.fault)
        versions.set(new Map(versions.get()).set(rowKey(row), answer.value.toReversed()))
      }),
    async putLight(indicator, asked) {
      let done = false
      await runInPeriod('act', async (context) => {
        put.set(null)
        const answer = await putLight(ports, context, indicator, asked)
        if (!answer.ok) return showFault(answer.fault)
        done = true
        put.set(indicator)
        stores.lastWrittenSheet.set(null)
        stores.consolidation.set(answer.value)
      })
      return done
    },
  }
}
