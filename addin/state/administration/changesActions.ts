import { ok, type Result } from '../../../shared/base/result.ts'
import { recordKeyText } from '../../../shared/record/figureRecord.ts'
import type { Register } from '../../../shared/register/register.ts'
import type { FigureChange } from '../../../shared/wire/changes.ts'
import { changesSheet } from '../../flow/administration/changesSheet.ts'
import { collectChanges, type FoundChanges } from '../../flow/administration/collectChanges.ts'
import { rowHistory } from '../../flow/unit/rowHistory.ts'
import type { ChangesFilter } from '../../ports/administrationApi.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import { type AdministrationActions, changeKey } from './administration.ts'
import type { AdministrationContext } from './administrationContext.ts'

const PAGE = 30
/** More than this many changes are written in parts, by a narrower filter. */
const MOST = 20_000

type Found = FoundChanges & { readonly registers: ReadonlyMap<string, Register> }

/** Changes of figures across the city: shown, with the history of each row, or written into a sheet. */
export function changesActions({
  ports,
  stores,
  perform,
}: AdministrationContext): Pick<AdministrationActions, 'readChanges' | 'continueChanges' | 'writeChanges' | 'readRowHistory'> {
  const { api } = ports

  /** With the register of each period: names and measures are those of the time. */
  async function find(filter: ChangesFilter, since: string | null, wanted: number): Promise<Result<Found, ApiFault>> {
    const found = await collectChanges(api, filter, since, wanted)
    if (!found.ok) return found
    const registers = new Map(stores.changes.get()?.registers)
    for (const period of new Set(found.value.changes.map((change) => change.period))) {
      if (registers.has(period)) continue
      const register = await api.register(period)
      if (!register.ok) return register
      registers.set(period, register.value)
    }
    return ok({ ...found.value, registers })
  }

  return {
    readChanges: (filter) =>
      perform(
        'look',
        async () => {
          if (stores.accounts.get() === null) {
            const accounts = await api.accounts()
            if (!accounts.ok) return accounts
            stores.accounts.set(accounts.value)
          }
          return find(filter, null, PAGE)
        },
        (found) => stores.changes.set({ filter, ...found }),
      ),

    continueChanges: () =>
      perform(
        'look',
        async (): Promise<Result<Found | null, ApiFault>> => {
          const view = stores.changes.get()
          return view === null || view.next === null ? ok<Found | null>(null) : find(view.filter, view.next, PAGE)
        },
        (found) =>
          stores.changes.update((view) =>
            view === null || found === null ? view : { ...view, ...found, changes: [...view.changes, ...found.changes] },
          ),
      ),

    writeChanges: (words, filterName) =>
      perform(
        'write',
        async (work) => {
          const filter = stores.changes.get()?.filter
          const found = await (filter === undefined ? ok<Found | null>(null) : find(filter, null, MOST))
          if (!found.ok || found.value === null) return found.ok ? ok('') : found
          const { changes, next, registers } = found.value
          const inputs = { changes, more: next !== null, filter: filterName, now: ports.surroundings.now() }
          return ports.workbook.writeSheet(changesSheet(inputs, words(registers)), work)
        },
        () => undefined,
        (name) => ({ tag: 'sheetWritten', name }),
      ),

    readRowHistory: (change: FigureChange) =>
      perform(
        'look',
        async () => {
          const { period, reporter } = change
          const [versions, comments] = await Promise.all([api.history(period, reporter, change), api.comments(period, reporter)])
          if (!versions.ok) return versions
          if (!comments.ok) return comments
          const key = recordKeyText(change)
          return ok(
            rowHistory(
              versions.value,
              comments.value.filter((comment) => recordKeyText(comment) === key),
            ),
          )
        },
        (history) => stores.histories.update((before) => new Map(before).set(changeKey(change), history)),
      ),
  }
}
