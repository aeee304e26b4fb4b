import type { Api } from '../../addin/ports/api.ts'
import type { ApiFault } from '../../addin/ports/apiFault.ts'
import type { LayoutUse, Memory } from '../../addin/ports/memory.ts'
import type { Outbox, OutboxEntry, OutboxSafety } from '../../addin/ports/outbox.ts'
import type { Ports } from '../../addin/ports/ports.ts'
import type { OwnSheet, SheetChanges } from '../../addin/ports/sheetChanges.ts'
import type { SheetDocument } from '../../addin/ports/sheetDocument.ts'
import type { CellMark, Workbook } from '../../addin/ports/workbook.ts'
import { fetchReaders } from '../../addin/readers/fetchReaders.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Grid } from '../../shared/grid/grid.ts'
import { VALUE_FIELDS, type ValueField } from '../../shared/record/columnFields.ts'
import type { Correction } from '../../shared/record/reading.ts'
import { register2021 } from '../../shared/register/year2021/register2021.ts'
import type { ConsolidatedIndicator, Consolidation, Source } from '../../shared/wire/consolidation.ts'
import type { DocumentLink } from '../../shared/wire/document.ts'
import type { PeriodInfo } from '../../shared/wire/period.ts'
import type { Account } from '../../shared/wire/session.ts'
import type { RowOutcome, ServerRecord, SyncAnswer, SyncRequest } from '../../shared/wire/sync.ts'
import { fakeAdministration } from './fakeAdministration.ts'
import { fakeLayouts } from './fakeLayouts.ts'
import { fakeUnitPeriods } from './fakeUnitPeriods.ts'

export const may: PeriodInfo = {
  id: '2021-05',
  registerId: 'smx-2021',
  registerVersion: 1,
  epoch: 0,
  state: 'open',
  softDeadline: '2021-05-31',
  hardDeadline: '2021-06-05',
}
export const clerk: Account = { id: 'a1', name: '张三', role: 'clerk', reporter: 'jiaotong', reporterName: '市交通运输局' }
export const coordinator: Account = { id: 'a9', name: '督查员', role: 'coordinator', reporter: null, reporterName: null }

type WrittenRecord = Omit<ServerRecord, 'seq' | 'version' | 'reporter' | 'deleted' | 'written' | 'origin' | 'reasons'> &
  Partial<ServerRecord>

/** A server in memory that keeps the wire's promises: receipts by id, versions by key, conflicts on a stale base. */
export function fakeServer(account: Account, periods: readonly PeriodInfo[] = [may]) {
  const records = new Map<string, ServerRecord>()
  const history: ServerRecord[] = []
  const receipts = new Map<string, { body: string; answer: SyncAnswer }>()
  const calls: { id: string; body: string }[] = []
  const faults: ('before' | 'after' | ApiFault)[] = []
  let seq = 0
  let refuse: (subject: string) => RowOutcome | undefined = () => undefined

  function write(record: WrittenRecord): void {
    const key = `${record.subject}|${record.area}|${record.part}`
    seq += 1
    const version = (records.get(key)?.version ?? 0) + 1
    const stored = { reporter: clerk.reporter ?? '', seq, version, deleted: false, written: {}, origin: null, reasons: {}, ...record }
    records.set(key, stored)
    history.push(stored)
  }

  function judge(body: string): SyncAnswer {
    const { fields, rows }: SyncRequest = JSON.parse(body)
    const outcomes = rows.map((row, index): RowOutcome => {
      const cells = new Map(fields.map((field, at) => [field, row[at]]))
      const [subject, area, part] = [String(cells.get('subject')), String(cells.get('area')), String(cells.get('part'))]
      const refused = refuse(subject)
      if (refused) return { ...refused, row: index }
      const stored = records.get(`${subject}|${area}|${part}`)
      const named = VALUE_FIELDS.filter((field) => cells.has(field))
      const differing = named.filter((field) => (stored?.values[field] ?? null) !== (cells.get(field) ?? null))
      if (stored && differing.length === 0) return { row: index, status: 'unchanged', version: stored.version }
      if ((stored?.version ?? 0) !== cells.get('base') && stored)
        return { row: index, status: 'conflict', version: stored.version, fields: differing, server: stored }
      const present = named.flatMap((field): [ValueField, string | number | boolean][] => {
        const value = cells.get(field)
        return value === undefined || typeof value === 'object' ? [] : [[field, value]]
      })
      write({ subject, area, part, by: account.name, at: '2021-05-26T08:00:00Z', values: Object.fromEntries(present) })
      return { row: index, status: 'applied', version: (stored?.version ?? 0) + 1 }
    })
    return { seq, periodEpoch: may.epoch, dryRun: false, replayed: false, outcomes }
  }

  let figures = consolidation
  const unit = fakeUnitPeriods(account, { records, history, seq: () => seq })
  const administration = fakeAdministration(periods)
  const layouts = fakeLayouts(account)
  const api: Api = {
    ...unit.api,
    ...administration.api,
    ...layouts.api,
    signIn: async (code) =>
      code === 'GOOD-CODE'
        ? ok({ token: 'secret', account, era: 'e1' })
        : fail({ tag: 'problem', status: 401, code: 'invitationInvalid', requestId: 'r1', findings: [], retryAfter: null }),
    signOut: async () => ok(undefined),
    signInOptions: async () => ok({ oidc: true }),
    me: async () => ok(account),
    register: async () => ok(register2021),
    periods: async () => ok([...administration.periods.values()]),
    records: async (_period, _reporter, since) =>
      ok({ era: 'e1', records: [...records.values()].filter((r) => r.seq > since), next: null, asOfSeq: seq }),
    async sync({ id, body }): Promise<Result<SyncAnswer, ApiFault>> {
      calls.push({ id, body })
      const fault = faults.shift()
      if (fault === 'before') return fail({ tag: 'offline' })
      if (fault !== undefined && fault !== 'after') return fail(fault)
      const receipt = receipts.get(id)
      if (receipt && receipt.body !== body)
        return fail({ tag: 'problem', status: 422, code: 'idempotencyKeyReused', requestId: 'r2', findings: [], retryAfter: null })
      const answer = receipt ? { ...receipt.answer, replayed: true } : judge(body)
      if (!receipt) receipts.set(id, { body, answer })
      return fault === 'after' ? fail({ tag: 'timeout' }) : ok(answer)
    },
    consolidation: async () => ok(figures),
    putLight: async (_period, indicator, asked) => {
      const fault = faults.shift()
      if (typeof fault === 'object') return fail(fault)
      const { light, reason } = asked
      const override = light === null ? null : { light, reason, by: account.name, at: '2021-05-26T08:00:00Z' }
      const indicators = figures.indicators.map((one) =>
        one.indicator === indicator && one.light ? { ...one, light: { ...one.light, override } } : one,
      )
      figures = { ...figures, indicators }
      return ok({ indicator, override })
    },
    linkDocument: async (_period, ask) => {
      const fault = faults.shift()
      if (typeof fault === 'object') return fail(fault)
      return ok({ ...documentLink, remarks: ask.kind === 'report' ? documentLink.remarks : [] })
    },
  }
  return {
    api,
    records,
    receipts,
    calls,
    write,
    /** The city's own: periods, registers, accounts, and what was done. */
    administration,
    /** What is remembered of layouts. */
    layouts,
    /** The unit's period: its states, remarks, and what was asked of it. */
    unit,
    /** What happens to the next syncs: lost on the way there, on the way back, or a fault. */
    faults,
    refuseWith(rule: typeof refuse) {
      refuse = rule
    },
  }
}

const source: Source = {
  reporter: 'jiaotong',
  area: '411202',
  part: '',
  version: 2,
  seq: 17,
  by: '李某',
  at: '2021-05-26T08:00:00Z',
  value: 125_000,
  cell: '5月!E6',
}

/** 新建农村公路: one county has reported, another has not. */
export const roads: ConsolidatedIndicator = {
  indicator: '7.1.a',
  measure: '公里',
  target: 3_000_000,
  cumulative: 1_460_000,
  percent: 486_700,
  state: 'partial',
  stated: null,
  areas: [
    { area: '411202', target: 200_000, cumulative: 125_000, percent: 625_000, asOf: '2021-05-26', sources: [source] },
    { area: '411203', target: 600_000, cumulative: null, percent: null, asOf: null, sources: [] },
  ],
  light: { light: 'green', reason: 'onSchedule', expected: 400_000, behind: -86_700, override: null },
  change: { cumulative: 240_000, percent: 80_000 },
}

/** A unit that has not reported yet. */
export const tourism: Consolidation['reporters'][number] = {
  reporter: 'wenlv',
  name: '市文化广电和旅游局',
  required: 2,
  reported: 0,
  missing: [
    { subject: '7.1.a', area: '411203' },
    { subject: '7.1.b', area: '411200' },
  ],
  lastAt: null,
  timeliness: 'waiting',
  deadline: '2021-05-30',
  completeAt: null,
}

export const consolidation: Consolidation = {
  period: '2021-05',
  registerVersion: 1,
  asOfSeq: 17,
  era: 'e1',
  judgedOn: '2021-05-26',
  before: '2021-04',
  indicators: [roads],
  narratives: [],
  reporters: [
    {
      reporter: 'jiaotong',
      name: '市交通运输局',
      required: 13,
      reported: 13,
      missing: [],
      lastAt: '2021-05-26T08:00:00Z',
      timeliness: 'onTime',
      deadline: '2021-05-30',
      completeAt: '2021-05-26T08:10:00Z',
    },
    tourism,
  ],
  completeness: { due: 2, reported: 1, onTime: 1, late: 0, unreported: 1 },
  ranking: [
    { area: '411202', score: 625_000, rank: 1 },
    { area: '411203', score: 0, rank: 2 },
  ],
  disagreements: [
    {
      indicator: '7.1.a',
      area: '411202',
      ofRecord: { reporter: 'jiaotong', sum: false, value: 125_000, sources: [source] },
      other: {
        reporter: 'hubin',
        sum: false,
        value: 130_000,
        sources: [{ ...source, reporter: 'hubin', value: 130_000, by: '湖滨填报人' }],
      },
      difference: 5_000,
    },
  ],
}

export const documentLink: DocumentLink = {
  path: `/v1/documents/${'a'.repeat(43)}`,
  expiresAt: '2021-05-26T08:05:00.000Z',
  asOfSeq: 17,
  remarks: ['第3行：48%应为49%'],
}

export function fakeWorkbook(first: Grid) {
  let grid = first
  const marks: CellMark[][] = []
  /** What was to be unmarked; null is every sheet. */
  const unmarked: (string | null)[] = []
  const selected: string[] = []
  const written: SheetDocument[] = []
  const changed: SheetChanges[] = []
  let ownSheet: OwnSheet | null = null
  /** Names of sheets of the person's own: ours takes the next one. */
  const ownSheets = new Set<string>()
  const listeners = new Set<(sheet: string) => void>()
  let opens = false
  const workbook: Workbook = {
    capabilities: { supported: true, conditionalFormats: true, keepsUndo: true },
    readActiveSheet: async () => ok(grid),
    readSheet: async () => ok(grid),
    select: async (_sheet, cell) => ok(void selected.push(cell)),
    mark: async (_sheet, all, isWanted = () => true) => ok(void (isWanted() && marks.push([...all]))),
    unmark: async (sheet) => {
      unmarked.push(sheet)
      const had = (marks.at(-1)?.length ?? 0) > 0
      marks.push([])
      return ok({ sheets: had ? [sheet ?? grid.sheetName] : [], protected: [], unread: 0 })
    },
    readOwnSheet: async () => ok(ownSheet),
    changeSheet: async (changes) => {
      changed.push(changes)
      return ok({ name: changes.sheet, untaken: [] })
    },
    writeSheet: async (sheet) => {
      written.push(sheet)
      return ok(ownSheets.has(sheet.name) ? `${sheet.name} (2)` : sheet.name)
    },
    onEdited: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    onActivated: () => () => undefined,
    onDeleted: () => () => undefined,
    opensPane: () => opens,
    setOpensPane: async (on) => {
      opens = on
      return ok(undefined)
    },
  }
  return {
    workbook,
    marks,
    unmarked,
    selected,
    written,
    changed,
    ownSheets,
    /** What an earlier sheet of ours holds now. */
    findOwnSheet(sheet: OwnSheet) {
      ownSheet = sheet
    },
    edit(change: (cells: (string | number | boolean | null)[][]) => void) {
      const cells = grid.cells.map((row) => [...row])
      change(cells)
      grid = { ...grid, cells }
      for (const listener of listeners) listener(grid.sheetName)
    },
  }
}

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

/** A grid of rows, for tests; the rest of a grid is empty. */
export const gridOf = (sheetName: string, cells: Grid['cells'], rest: Partial<Grid> = {}): Grid => ({
  sheetName,
  cells,
  texts: {},
  formats: {},
  merges: [],
  formulas: {},
  hiddenRows: [],
  date1904: false,
  ...rest,
})
