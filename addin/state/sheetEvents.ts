import type { Grid } from '../../shared/grid/grid.ts'
import type { ActionContext } from './actionContext.ts'
import type { Actions } from './actions.ts'
import type { Store } from './createStore.ts'
import type { Checked } from './stores.ts'

/** What happens to the sheet that was checked, while the person looks at the result. */
export function sheetEvents({ ports, stores }: ActionContext): Pick<Actions, 'edited' | 'deleted'> {
  const checkOf = (sheet: string): Extract<Checked, { tag: 'checked' }> | null => {
    const now = stores.checked.get()
    return now.tag === 'checked' && !now.stale && now.check.reading.sheetName === sheet ? now : null
  }
  return {
    async edited(sheet) {
      // What is being read now may have the edit in it, or not: its end decides.
      await idle(stores.busy)
      const before = checkOf(sheet)
      if (before === null) return
      // Excel tells edits late: one of before the check has changed nothing since. Where it cannot be read, the edit is believed.
      const now = await ports.workbook.readSheet(sheet)
      if (now.ok && saysTheSame(now.value, before.check.grid)) return
      stores.checked.update((after) => (after.tag === 'checked' && after.check === before.check ? { ...after, stale: true } : after))
    },
    deleted(sheet) {
      const before = checkOf(sheet)
      if (before !== null) stores.checked.set({ ...before, stale: true, gone: true })
    },
  }
}

/** Whether two readings of a sheet are of the same content, whatever it is called. */
const saysTheSame = (a: Grid, b: Grid): boolean => contentOf(a) === contentOf(b)

const contentOf = ({ cells, texts, formats, merges, formulas, hiddenRows }: Grid): string =>
  JSON.stringify([cells, texts, formats, merges, formulas, hiddenRows])

/** Resolves once nothing is being done. */
const idle = (busy: Store<unknown>): Promise<void> =>
  new Promise((resolve) => {
    if (busy.get() === null) return resolve()
    const stop = busy.subscribe(() => {
      if (busy.get() !== null) return
      stop()
      resolve()
    })
  })
