import { showMarks } from '../flow/submit/checkSheet.ts'
import { returnedCells } from '../flow/unit/unitRows.ts'
import type { ActionContext } from './actionContext.ts'
import type { Actions } from './actions.ts'
import type { Stores } from './stores.ts'

type MarksActions = Pick<Actions, 'setMarks' | 'clearMarks'>

/** Marks in the sheet: shown and taken off by the person's word. */
export function marksActions(actionContext: ActionContext): MarksActions {
  return {
    setMarks: (shown) => actionContext.run('check', () => mark(actionContext, shown)),
    clearMarks: () => clearMarks(actionContext),
  }
}

/** How often marks were taken off all sheets: what was begun before a time must not put them back after it. */
export const clearings = (stores: Stores): number => stores.unmarked.get().times

/** The cells of the unit's own rows that came back and wait. */
export function returnedHere(stores: Stores): readonly string[] {
  const checked = stores.checked.get()
  const unit = stores.unit.get()?.unit
  if (checked.tag !== 'checked' || unit?.reporter !== stores.context.get()?.account.reporter) return []
  return returnedCells(unit, checked.check.reading)
}

/**
 * Shows or removes the marks of the last check, unless all marks were taken off since; `since` is what `clearings` was when
 * that was begun which asks for them.
 */
export async function mark({ ports, stores, showFault }: ActionContext, shown: boolean, since = clearings(stores)): Promise<void> {
  const checked = stores.checked.get()
  const isWanted = (): boolean => clearings(stores) === since
  if (checked.tag !== 'checked' || !isWanted()) return
  const marked = await showMarks(ports, checked.check, shown ? { returned: returnedHere(stores), isWanted } : null)
  if (!isWanted()) return
  if (!marked.ok) return showFault(marked.fault)
  stores.checked.update((now) => (now.tag === 'checked' && now.check === checked.check ? { ...now, marked: shown } : now))
}

/** Marks what was checked where that costs the person nothing: where it would clear what can be undone, it waits to be asked for. */
export async function markUnasked(actionContext: ActionContext, since: number): Promise<void> {
  if (actionContext.ports.workbook.capabilities.keepsUndo) await mark(actionContext, true, since)
}

/** Takes the marks off a sheet that was read and is no table any more; nobody asked, so nobody is told where it cannot be. */
export async function unmarkUnasked({ ports }: ActionContext, sheet: string | null): Promise<void> {
  if (ports.workbook.capabilities.keepsUndo) await ports.workbook.unmark(sheet)
}

/**
 * Takes our marks off every sheet, whoever put them there and whoever is signed in. It waits for nothing the pane is busy
 * with: the workbook does one thing after the other, and what comes later finds that they are not wanted.
 */
async function clearMarks({ ports, stores, showFault }: ActionContext): Promise<void> {
  stores.unmarked.update(({ times }) => ({ times: times + 1, last: null }))
  const cleared = await ports.workbook.unmark(null)
  if (!cleared.ok) return showFault(cleared.fault)
  stores.unmarked.update(({ times }) => ({ times, last: cleared.value }))
  stores.checked.update((now) => (now.tag === 'checked' && now.marked ? { ...now, marked: false } : now))
}
