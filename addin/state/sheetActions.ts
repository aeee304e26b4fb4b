import type { Result } from '../../shared/base/result.ts'
import type { PeriodContext } from '../flow/periodContext.ts'
import type { CheckFault, SheetCheck } from '../flow/submit/checkSheet.ts'
import { checkSheet } from '../flow/submit/checkSheet.ts'
import { correctReading, forgetCorrections } from '../flow/submit/correctReading.ts'
import type { ActionContext } from './actionContext.ts'
import type { Actions } from './actions.ts'
import { forgetQuietly, layoutActions, rememberQuietly } from './layoutActions.ts'
import { clearings, mark, marksActions, markUnasked, returnedHere, unmarkUnasked } from './marksActions.ts'
import { sheetEvents } from './sheetEvents.ts'
import { readOwnUnit } from './unitActions.ts'

type SheetActions = Pick<
  Actions,
  | 'check'
  | 'setMarks'
  | 'clearMarks'
  | 'setOpensPane'
  | 'select'
  | 'correct'
  | 'forgetCorrections'
  | 'edited'
  | 'deleted'
  | 'useLayouts'
  | 'proposeLayout'
  | 'forgetLayout'
>

/** Reading the sheet, marking it, and correcting what was understood. */
export function sheetActions(actionContext: ActionContext): SheetActions {
  const { ports, stores, showFault } = actionContext
  return {
    ...marksActions(actionContext),
    ...layoutActions(actionContext, (result, since) => showCheck(actionContext, result, { since })),
    check: () =>
      actionContext.runInPeriod('check', async (context, work) => {
        const since = clearings(stores)
        await showCheck(actionContext, await checkSheet(ports, context, work), { since })
        void markReturned(actionContext, context)
      }),
    setOpensPane: (on) =>
      actionContext.run('act', async () => {
        const kept = await ports.workbook.setOpensPane(on)
        if (!kept.ok) showFault(kept.fault)
      }),
    async select(sheet, cell) {
      const selected = await ports.workbook.select(sheet, cell)
      const fault = stores.fault.get()
      if (!selected.ok) showFault(selected.fault)
      // What was said of a cell that could not be shown is over.
      else if (fault !== null && 'during' in fault && fault.during === 'select') stores.fault.set(null)
    },
    correct: (sheet, ...corrections) =>
      actionContext.runInPeriod('check', async (context) => {
        const since = clearings(stores)
        const { check, kept } = await correctReading(ports, context, sheet, corrections)
        await showCheck(actionContext, check, { since, corrected: true })
        if (!kept.ok) showFault(kept.fault)
        if (check.ok) void rememberQuietly(actionContext, context, check.value)
      }),
    forgetCorrections: (sheet) =>
      actionContext.runInPeriod('check', async (context) => {
        const before = stores.checked.get()
        const since = clearings(stores)
        const { check, kept } = await forgetCorrections(ports, context, sheet)
        await showCheck(actionContext, check, { since })
        if (!kept.ok) showFault(kept.fault)
        if (before.tag === 'checked') void forgetQuietly(actionContext, context, before.check)
      }),
    ...sheetEvents(actionContext),
  }
}

/** How a sheet came to be read. */
export interface ReadingWay {
  /** What `clearings` was when the reading began. */
  readonly since?: number
  /** By the person's own word. */
  readonly corrected?: boolean
}

/** Puts what was read into its store and marks it. */
export async function showCheck(actionContext: ActionContext, result: Result<SheetCheck, CheckFault>, way: ReadingWay): Promise<void> {
  const { stores } = actionContext
  const { since = clearings(stores), corrected = false } = way
  // Stopped by the person: what was read before still holds.
  if (!result.ok && result.fault.tag === 'cancelled') return actionContext.showFault(result.fault)
  stores.pending.set(null)
  stores.answers.set(null)
  stores.unmarked.update(({ times }) => ({ times, last: null }))
  if (result.ok) {
    stores.checked.set({ tag: 'checked', check: result.value, stale: false, marked: false })
    return markUnasked(actionContext, since)
  }
  if (result.fault.tag === 'noTable') {
    const { grid, lookedFor } = result.fault
    stores.checked.set({ tag: 'noTable', grid, lookedFor, corrected })
    return unmarkUnasked(actionContext, grid.sheetName)
  }
  stores.checked.set({ tag: 'none' })
  actionContext.showFault(result.fault)
}

/** Reads the unit's period while the person goes on; where other rows came back since the sheet was marked, it is marked again. */
async function markReturned(actionContext: ActionContext, context: PeriodContext): Promise<void> {
  const { stores } = actionContext
  const since = clearings(stores)
  const checked = stores.checked.get()
  const before = returnedHere(stores)
  await readOwnUnit(actionContext, context)
  const now = stores.checked.get()
  if (checked.tag !== 'checked' || now.tag !== 'checked' || now.check !== checked.check || !now.marked) return
  if (returnedHere(stores).join() !== before.join()) await mark(actionContext, true, since)
}
