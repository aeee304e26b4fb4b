import type { Result } from '../../shared/base/result.ts'
import type { Desk } from '../flow/desk.ts'
import type { CheckFault, SheetCheck } from '../flow/submit/checkSheet.ts'
import { checkSheet, showMarks } from '../flow/submit/checkSheet.ts'
import { correctReading, forgetCorrections } from '../flow/submit/correctReading.ts'
import { returnedCells } from '../flow/unit/unitRows.ts'
import type { Actions } from './actions.ts'
import type { Bench } from './bench.ts'
import { readOwnUnit } from './unitActions.ts'

type SheetActions = Pick<Actions, 'check' | 'setMarks' | 'select' | 'correct' | 'forgetCorrections' | 'edited'>

/** Reading the sheet, marking it, and correcting what was understood. */
export function sheetActions(bench: Bench): SheetActions {
  const { ports, stores, say } = bench
  return {
    check: () =>
      bench.atDesk('check', async (desk) => {
        await showCheck(bench, await checkSheet(ports, desk), false)
        void markReturned(bench, desk)
      }),
    setMarks: (shown) => bench.doing('check', () => mark(bench, shown)),
    async select(sheet, cell) {
      const selected = await ports.workbook.select(sheet, cell)
      if (!selected.ok) say(selected.fault)
    },
    correct: (sheet, correction) =>
      bench.atDesk('check', async (desk) => showCheck(bench, await correctReading(ports, desk, sheet, correction), true)),
    forgetCorrections: (sheet) =>
      bench.atDesk('check', async (desk) => showCheck(bench, await forgetCorrections(ports, desk, sheet), false)),
    edited: (sheet) =>
      stores.checked.update((before) =>
        before.tag === 'checked' && !before.stale && before.check.reading.sheetName === sheet ? { ...before, stale: true } : before,
      ),
  }
}

/** Puts what was read into its store and marks it; `corrected` where it was read by the person's own word. */
export async function showCheck(bench: Bench, result: Result<SheetCheck, CheckFault>, corrected: boolean): Promise<void> {
  const { stores } = bench
  stores.pending.set(null)
  stores.answers.set(null)
  if (result.ok) {
    stores.checked.set({ tag: 'checked', check: result.value, stale: false, marked: false })
    return mark(bench, true)
  }
  if (result.fault.tag === 'noTable') {
    const { grid, lookedFor } = result.fault
    return stores.checked.set({ tag: 'noTable', grid, lookedFor, corrected })
  }
  stores.checked.set({ tag: 'none' })
  bench.say(result.fault)
}

/** The cells of the unit's own rows that came back and wait. */
function returnedHere(stores: Bench['stores'], { reading }: SheetCheck): readonly string[] {
  const unit = stores.unit.get()?.unit
  return unit?.reporter === stores.desk.get()?.account.reporter ? returnedCells(unit, reading) : []
}

/** Reads the unit's period beside the person's work; where other rows came back since the sheet was marked, it is marked anew. */
async function markReturned(bench: Bench, desk: Desk): Promise<void> {
  const { stores } = bench
  const checked = stores.checked.get()
  const before = checked.tag === 'checked' ? returnedHere(stores, checked.check) : []
  await readOwnUnit(bench, desk)
  const now = stores.checked.get()
  if (checked.tag !== 'checked' || now.tag !== 'checked' || now.check !== checked.check || !now.marked) return
  const after = returnedHere(stores, now.check)
  if (after.join() !== before.join()) await mark(bench, true)
}

/** Shows or removes the marks of the last check. */
export async function mark({ ports, stores, say }: Bench, shown: boolean): Promise<void> {
  const checked = stores.checked.get()
  if (checked.tag !== 'checked') return
  const marked = await showMarks(ports, checked.check, returnedHere(stores, checked.check), shown)
  if (marked.ok) stores.checked.set({ ...checked, marked: shown })
  else say(marked.fault)
}
