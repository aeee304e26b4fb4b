import type { Result } from '../../shared/base/result.ts'
import type { PeriodContext } from '../flow/periodContext.ts'
import type { CheckFault, SheetCheck } from '../flow/submit/checkSheet.ts'
import { checkSheet, showMarks } from '../flow/submit/checkSheet.ts'
import { correctReading, forgetCorrections } from '../flow/submit/correctReading.ts'
import { returnedCells } from '../flow/unit/unitRows.ts'
import type { ActionContext } from './actionContext.ts'
import type { Actions } from './actions.ts'
import { forgetQuietly, layoutActions, rememberQuietly } from './layoutActions.ts'
import { readOwnUnit } from './unitActions.ts'

type SheetActions = Pick<
  Actions,
  'check' | 'setMarks' | 'select' | 'correct' | 'forgetCorrections' | 'edited' | 'useLayouts' | 'proposeLayout' | 'forgetLayout'
>

/** Reading the sheet, marking it, and correcting what was understood. */
export function sheetActions(actionContext: ActionContext): SheetActions {
  const { ports, stores, showFault } = actionContext
  return {
    ...layoutActions(actionContext, (result) => showCheck(actionContext, result, false)),
    check: () =>
      actionContext.runInPeriod('check', async (context) => {
        await showCheck(actionContext, await checkSheet(ports, context), false)
        void markReturned(actionContext, context)
      }),
    setMarks: (shown) => actionContext.run('check', () => mark(actionContext, shown)),
    async select(sheet, cell) {
      const selected = await ports.workbook.select(sheet, cell)
      if (!selected.ok) showFault(selected.fault)
    },
    correct: (sheet, ...corrections) =>
      actionContext.runInPeriod('check', async (context) => {
        const result = await correctReading(ports, context, sheet, corrections)
        await showCheck(actionContext, result, true)
        if (result.ok) void rememberQuietly(actionContext, context, result.value)
      }),
    forgetCorrections: (sheet) =>
      actionContext.runInPeriod('check', async (context) => {
        const before = stores.checked.get()
        await showCheck(actionContext, await forgetCorrections(ports, context, sheet), false)
        if (before.tag === 'checked') void forgetQuietly(actionContext, context, before.check)
      }),
    edited: (sheet) =>
      stores.checked.update((before) =>
        before.tag === 'checked' && !before.stale && before.check.reading.sheetName === sheet ? { ...before, stale: true } : before,
      ),
  }
}

/** Puts what was read into its store and marks it; `corrected` where it was read by the person's own word. */
export async function showCheck(actionContext: ActionContext, result: Result<SheetCheck, CheckFault>, corrected: boolean): Promise<void> {
  const { stores } = actionContext
  stores.pending.set(null)
  stores.answers.set(null)
  if (result.ok) {
    stores.checked.set({ tag: 'checked', check: result.value, stale: false, marked: false })
    return mark(actionContext, true)
  }
  if (result.fault.tag === 'noTable') {
    const { grid, lookedFor } = result.fault
    return stores.checked.set({ tag: 'noTable', grid, lookedFor, corrected })
  }
  stores.checked.set({ tag: 'none' })
  actionContext.showFault(result.fault)
}

/** The cells of the unit's own rows that came back and wait. */
function returnedHere(stores: ActionContext['stores'], { reading }: SheetCheck): readonly string[] {
  const unit = stores.unit.get()?.unit
  return unit?.reporter === stores.context.get()?.account.reporter ? returnedCells(unit, reading) : []
}

/** Reads the unit's period while the person goes on; where other rows came back since the sheet was marked, it is marked again. */
async function markReturned(actionContext: ActionContext, context: PeriodContext): Promise<void> {
  const { stores } = actionContext
  const checked = stores.checked.get()
  const before = checked.tag === 'checked' ? returnedHere(stores, checked.check) : []
  await readOwnUnit(actionContext, context)
  const now = stores.checked.get()
  if (checked.tag !== 'checked' || now.tag !== 'checked' || now.check !== checked.check || !now.marked) return
  const after = returnedHere(stores, now.check)
  if (after.join() !== before.join()) await mark(actionContext, true)
}

/** Shows or removes the marks of the last check. */
export async function mark({ ports, stores, showFault }: ActionContext, shown: boolean): Promise<void> {
  const checked = stores.checked.get()
  if (checked.tag !== 'checked') return
  const marked = await showMarks(ports, checked.check, returnedHere(stores, checked.check), shown)
  if (marked.ok) stores.checked.set({ ...checked, marked: shown })
  else showFault(marked.fault)
}
