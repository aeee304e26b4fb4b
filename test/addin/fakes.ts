import type { LayoutUse, Memory } from '../../addin/ports/memory.ts'
import type { Outbox, OutboxEntry, OutboxSafety } from '../../addin/ports/outbox.ts'
import type { Ports } from '../../addin/ports/ports.ts'
import { fetchReaders } from '../../addin/readers/fetchReaders.ts'
import { ok } from '../../shared/base/result.ts'
import type { Grid } from '../../shared/grid/grid.ts'
import type { Correction } from '../../shared/record/reading.ts'
import type { PeriodInfo } from '../../shared/wire/period.ts'
import type { Account } from '../../shared/wire/session.ts'
import { clerk, may } from './fakeAnswers.ts'
import { fakeServer } from './fakeServer.ts'
import { fakeWorkbook } from './fakeWorkbook.ts'

export function fakeMemory(token: string | null = null): Memory {
  let remembered = token
  const corrections = new Map<string, readonly Correction[]>()
  const uses = new Map<string, LayoutUse | null>()
  const preferences = new Map<string, string>()
  return {
    token: async () => remembered,
    setToken: async (next) => {
      remembered = next
    },
    corrections: async (sheet) => ok(corrections.get(sheet) ?? []),
    setCorrections: async (sheet, all) => ok(void corrections.set(sheet, all)),
    layoutUse: async (sheet) => ok(uses.get(sheet) ?? null),
    setLayoutUse: async (sheet, use) => ok(void uses.set(sheet, use)),
    tokenLasts: () => true,
    preference: async (name) => preferences.get(name) ?? null,
    setPreference: async (name, value) => void preferences.set(name, value),
  }
}

export function fakeOutbox(
  safety: OutboxSafety = { place: 'database', unread: false },
): Outbox & { readonly entries: Map<string, OutboxEntry> } {
  const entries = new Map<string, OutboxEntry>()
  return {
    entries,
    put: async (entry) => void entries.set(entry.id, entry),
    list: async () => [...entries.values()],
    remove: async (id) => void entries.delete(id),
    safety: () => safety,
  }
}

/** Everything a flow needs, all fakes, for one account and one sheet. */
export function fakePorts(grid: Grid, account: Account = clerk, periods: readonly PeriodInfo[] = [may]) {
  const server = fakeServer(account, periods)
  const book = fakeWorkbook(grid)
  const outbox = fakeOutbox()
  const waits: number[] = []
  const opened: string[] = []
  let ids = 0
  const ports: Ports = {
    workbook: book.workbook,
    api: server.api,
    outbox,
    readers: fetchReaders,
    memory: fakeMemory('secret'),
    links: { open: (path) => void opened.push(path) },
    surroundings: {
      now: () => '2021-05-26T08:00:00.000Z',
      newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
      random: () => 0.5,
      wait: async (milliseconds) => void waits.push(milliseconds),
    },
  }
  return { ports, server, book, outbox, waits, opened }
}
