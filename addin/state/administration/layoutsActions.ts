import { ok } from '../../../shared/base/result.ts'
import type { AdministrationActions } from './administration.ts'
import type { AdministrationContext } from './administrationContext.ts'

/** Layouts that units propose for the city, and what was agreed. */
export function layoutsActions({
  ports: { api },
  stores,
  perform,
}: AdministrationContext): Pick<AdministrationActions, 'loadLayouts' | 'agreeLayout' | 'withdrawLayout'> {
  /** The list as it is after an act, also where somebody was quicker and nothing was done. */
  async function again<T>(done: T): Promise<T> {
    const list = await api.cityLayouts()
    if (list.ok) stores.layouts.set(list.value)
    return done
  }
  return {
    loadLayouts: () => perform('look', api.cityLayouts, (layouts) => stores.layouts.set(layouts)),
    agreeLayout: ({ layout, reporter, reporterName, version }) =>
      perform(
        'act',
        async () => again(await api.agreeLayout(layout, reporter, version)),
        () => undefined,
        { tag: 'layoutAgreed', name: reporterName },
      ),
    withdrawLayout: ({ layout, scope, reporter, reporterName }, reason) =>
      perform(
        'act',
        async () => {
          const done = await again(await api.withdrawLayout(layout, scope === 'city' ? null : reporter, reason))
          return done.ok ? ok(null) : done
        },
        () => undefined,
        { tag: scope === 'city' ? 'layoutWithdrawn' : 'layoutDeclined', name: reporterName },
      ),
  }
}
