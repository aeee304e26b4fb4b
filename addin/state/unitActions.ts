import type { Result } from '../../shared/base/result.ts'
import type { PeriodContext } from '../flow/periodContext.ts'
import { type ActFault, actOnUnitPeriod } from '../flow/unit/actOnUnitPeriod.ts'
import { openUnitPeriod, type UnitPeriod } from '../flow/unit/openUnitPeriod.ts'
import { isClear, previewCompletion } from '../flow/unit/previewCompletion.ts'
import { setExtension } from '../flow/unit/setExtension.ts'
import { type ActionContext, succeeded } from './actionContext.ts'
import type { Actions } from './actions.ts'

type UnitActions = Pick<
  Actions,
  | 'listUnits'
  | 'openUnit'
  | 'readUnit'
  | 'readOwnUnit'
  | 'closeUnit'
  | 'act'
  | 'previewCompletion'
  | 'complete'
  | 'cancelCompletion'
  | 'setExtension'
>

/** A unit's period: reading it, and the acts on it of the clerk, the reviewer and the coordinator. */
export function unitActions(actionContext: ActionContext): UnitActions {
  const { ports, stores, showFault } = actionContext
  const show = (unit: UnitPeriod): void => showUnit(actionContext, unit)

  async function read(context: PeriodContext, reporter: string): Promise<void> {
    const unit = await openUnitPeriod(ports, context.period.id, reporter)
    if (unit.ok) show(unit.value)
    else showFault(unit.fault)
  }

  /** Shows what came of an act; where it was not done, what is true now, or that it is not known. Answers whether it was done. */
  function settle(before: UnitPeriod, done: Result<UnitPeriod, ActFault>): boolean {
    if (done.ok) {
      show(done.value)
      return true
    }
    if (done.fault.now === null) stores.unit.set({ unit: before, known: false })
    else show(done.fault.now)
    showFault(done.fault.why)
    return false
  }

  async function complete(before: UnitPeriod): Promise<void> {
    const done = settle(before, await actOnUnitPeriod(ports, before, 'complete', { reason: null }))
    stores.completion.set(null)
    if (!done) return
    stores.answers.set(null)
    stores.pending.set(null)
    stores.tab.set('unit')
  }

  return {
    listUnits: () =>
      actionContext.runInPeriod('unit', async (context) => {
        const list = await ports.api.submissions(context.period.id)
        if (list.ok) stores.units.set(list.value)
        else showFault(list.fault)
      }),
    openUnit: (reporter) =>
      actionContext.runInPeriod('unit', async (context) => {
        if (reporter === context.account.reporter) stores.tab.set('unit')
        await read(context, reporter)
      }),
    readOwnUnit: () =>
      actionContext.runInPeriod('unit', async (context) => {
        if (context.account.reporter !== null) await read(context, context.account.reporter)
      }),
    readUnit: () =>
      actionContext.runInPeriod('unit', async (context) => {
        const reporter = stores.unit.get()?.unit.reporter ?? context.account.reporter
        if (reporter !== null) await read(context, reporter)
      }),
    closeUnit: () => stores.unit.set(null),

    act: (act, reason, confirmed = false) =>
      succeeded((yes) =>
        actionContext.runInPeriod('act', async () => {
          const open = stores.unit.get()
          if (open?.known && settle(open.unit, await actOnUnitPeriod(ports, open.unit, act, { reason, confirmed }))) yes()
        }),
      ),

    previewCompletion: () =>
      actionContext.runInPeriod('act', async (context) => {
        if (context.account.reporter === null) return
        const preview = await previewCompletion(ports, context, context.account.reporter)
        if (!preview.ok) return showFault(preview.fault)
        if (isClear(preview.value)) return complete(preview.value.unit)
        stores.completion.set(preview.value)
      }),
    complete: () =>
      actionContext.runInPeriod('act', async () => {
        const preview = stores.completion.get()
        if (preview !== null) await complete(preview.unit)
      }),
    cancelCompletion: () => stores.completion.set(null),

    setExtension: (until, reason) =>
      succeeded((yes) =>
        actionContext.runInPeriod('act', async () => {
          const open = stores.unit.get()
          if (open !== null && settle(open.unit, await setExtension(ports, open.unit, until, reason))) yes()
        }),
      ),
  }
}

/** Puts what was just read of a unit's period in the place of what was known, histories included. */
export function showUnit({ stores }: ActionContext, unit: UnitPeriod): void {
  stores.histories.set(new Map())
  stores.unit.set({ unit, known: true })
}

/**
 * Reads the person's own unit's period next to whatever else goes on. Where it cannot be read the pane shows no fault:
 * nobody asked. What is older than what is shown, or arrives while another unit is looked at, is let go.
 */
export async function readOwnUnit(actionContext: ActionContext, context: PeriodContext): Promise<void> {
  const { reporter } = context.account
  if (reporter === null) return
  const unit = await openUnitPeriod(actionContext.ports, context.period.id, reporter)
  const { context: now, unit: shown } = actionContext.stores
  if (!unit.ok || now.get()?.period.id !== context.period.id) return
  const known = shown.get()?.unit
  if (known !== undefined && known.reporter !== reporter) return
  const older = known !== undefined && (unit.value.submission.version < known.submission.version || unit.value.asOfSeq < known.asOfSeq)
  if (!older) showUnit(actionContext, unit.value)
}
