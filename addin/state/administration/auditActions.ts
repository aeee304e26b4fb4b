import { ok, type Result } from '../../../shared/base/result.ts'
import type { AuditEntry } from '../../../shared/wire/administration.ts'
import { auditSheet } from '../../flow/administration/auditSheet.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import type { AdministrationActions, AuditFilter } from './administration.ts'
import type { AdministrationContext } from './administrationContext.ts'

const PAGE = 30
const LARGE_PAGE = 1_000
/** More than this many entries are read in parts, by a narrower filter. */
const MOST = 20_000

/** The audit trail, newest first, shown or written into a sheet; and the export of everything. */
export function auditActions({
  ports,
  stores,
  perform,
}: AdministrationContext): Pick<AdministrationActions, 'readAudit' | 'continueAudit' | 'writeAudit' | 'linkExport'> {
  const { api } = ports
  const ask = ({ act, object, account }: AuditFilter, limit: number, before: number | null) =>
    api.audit({
      limit,
      ...(act === '' ? {} : { act }),
      ...(object === '' ? {} : { object }),
      ...(account === '' ? {} : { account }),
      ...(before === null ? {} : { before }),
    })

  async function all(filter: AuditFilter): Promise<Result<{ entries: readonly AuditEntry[]; more: boolean }, ApiFault>> {
    const entries: AuditEntry[] = []
    let before: number | null = null
    do {
      const page = await ask(filter, LARGE_PAGE, before)
      if (!page.ok) return page
      entries.push(...page.value.entries)
      before = page.value.next
    } while (before !== null && entries.length < MOST)
    return ok({ entries, more: before !== null })
  }

  return {
    readAudit: (filter) =>
      perform(
        'look',
        async () => {
          if (stores.accounts.get() === null) {
            const accounts = await api.accounts()
            if (!accounts.ok) return accounts
            stores.accounts.set(accounts.value)
          }
          // Titles of registers, for what was done with them.
          if (stores.registers.get() === null) {
            const registers = await api.registers()
            if (!registers.ok) return registers
            stores.registers.set(registers.value)
          }
          return ask(filter, PAGE, null)
        },
        (page) => stores.audit.set({ filter, ...page }),
      ),

    continueAudit: () =>
      perform(
        'look',
        async () => {
          const view = stores.audit.get()
          return view === null || view.next === null ? ok({ entries: [], next: null }) : ask(view.filter, PAGE, view.next)
        },
        ({ entries, next }) =>
          stores.audit.update((before) => (before === null ? null : { ...before, entries: [...before.entries, ...entries], next })),
      ),

    writeAudit: (words, filterName) =>
      perform(
        'write',
        async (work) => {
          const trail = await all(stores.audit.get()?.filter ?? { act: '', object: '', account: '' })
          if (!trail.ok) return trail
          const inputs = { ...trail.value, filter: filterName, now: ports.surroundings.now() }
          return ports.workbook.writeSheet(auditSheet(inputs, words), work)
        },
        () => undefined,
        (name) => ({ tag: 'sheetWritten', name }),
      ),

    linkExport: () =>
      perform('document', api.linkExport, (link) => {
        stores.exported.set(link)
        ports.links.open(link.path)
      }),
  }
}
