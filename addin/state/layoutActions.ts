import type { Result } from '../../shared/base/result.ts'
import type { StoredLayout } from '../../shared/wire/layouts.ts'
import type { PeriodContext } from '../flow/periodContext.ts'
import { checkSheet, type SheetCheck } from '../flow/submit/checkSheet.ts'
import { ownLayout, rememberCorrections, unrememberCorrections, withLayout } from '../flow/submit/rememberCorrections.ts'
import type { ApiFault } from '../ports/apiFault.ts'
import type { ActionContext } from './actionContext.ts'
import type { Actions } from './actions.ts'
import { clearings } from './marksActions.ts'
import type { Stores } from './stores.ts'

type LayoutActions = Pick<Actions, 'useLayouts' | 'proposeLayout' | 'forgetLayout'>

/** What the unit remembers of its sheets’ layouts. `show` shows a sheet that was read again. */
export function layoutActions(
  actionContext: ActionContext,
  show: (result: Awaited<ReturnType<typeof checkSheet>>, since: number) => Promise<void>,
): LayoutActions {
  const { ports, stores, showFault } = actionContext

  /** Does an act on the unit's own layout; the list that the pane has follows. */
  const actOn = (layout: string, act: (stored: StoredLayout, reporter: string) => Promise<Result<StoredLayout | null, ApiFault>>) =>
    actionContext.runInPeriod('act', async (context) => {
      const { account } = context
      const since = clearings(stores)
      const checked = stores.checked.get()
      const stored = checked.tag === 'checked' ? ownLayout(checked.check.layouts, layout) : undefined
      if (checked.tag !== 'checked' || stored === undefined || account.reporter === null) return
      const done = await act(stored, account.reporter)
      if (!done.ok) return showFault(done.fault)
      showLayouts(stores, checked.check, withLayout(checked.check.layouts, layout, done.value))
      // what is not remembered any more is not read by either
      if (done.value === null) await show(await checkSheet(ports, context), since)
    })

  return {
    useLayouts: (sheet, use) =>
      actionContext.runInPeriod('check', async (context) => {
        const since = clearings(stores)
        const kept = await ports.memory.setLayoutUse(sheet, use)
        await show(await checkSheet(ports, context), since)
        if (!kept.ok) showFault(kept.fault)
      }),
    proposeLayout: (layout) => actOn(layout, (stored, reporter) => ports.api.proposeLayout(reporter, layout, stored.version)),
    forgetLayout: (layout) =>
      actOn(layout, async (_, reporter) => {
        const done = await ports.api.forgetLayout(reporter, layout)
        return done.ok ? { ok: true, value: null } : done
      }),
  }
}

/** Remembers for the unit what was corrected, while the person goes on. */
export async function rememberQuietly({ ports, stores }: ActionContext, context: PeriodContext, check: SheetCheck): Promise<void> {
  showLayouts(stores, check, await rememberCorrections(ports, context, check))
}

/** The unit forgets what the corrections of a sheet had said of it, while the person goes on. */
export async function forgetQuietly({ ports }: ActionContext, context: PeriodContext, check: SheetCheck): Promise<void> {
  await unrememberCorrections(ports, context, check)
}

/** What is remembered now, with the check that met it; another check has read it itself. */
function showLayouts(stores: Stores, check: SheetCheck, layouts: readonly StoredLayout[]): void {
  if (layouts === check.layouts) return
  stores.checked.update((now) => (now.tag === 'checked' && now.check === check ? { ...now, check: { ...check, layouts } } : now))
}
