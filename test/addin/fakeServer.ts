import type { Api, SyncSending } from '../../addin/ports/api.ts'
import type { ApiFault } from '../../addin/ports/apiFault.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { VALUE_FIELDS, type ValueField } from '../../shared/record/columnFields.ts'
import { register2021 } from '../../shared/register/year2021/register2021.ts'
import type { PeriodInfo } from '../../shared/wire/period.ts'
import type { Account } from '../../shared/wire/session.ts'
import type { RowOutcome, ServerRecord, SyncAnswer, SyncRequest } from '../../shared/wire/sync.ts'
import { fakeAdministration } from './fakeAdministration.ts'
import { clerk, consolidation, documentLink, may } from './fakeAnswers.ts'
import { fakeLayouts } from './fakeLayouts.ts'
import { fakeUnitPeriods } from './fakeUnitPeriods.ts'

type WrittenRecord = Omit<
  ServerRecord,
  'account' | 'seq' | 'version' | 'reporter' | 'onBehalf' | 'deleted' | 'written' | 'origin' | 'reasons'
> &
  Partial<ServerRecord>

/** A server in memory that keeps the wire's promises: receipts by id, versions by key, conflicts on a stale base. */
export function fakeServer(account: Account, periods: readonly PeriodInfo[] = [may]) {
  const records = new Map<string, ServerRecord>()
  const history: ServerRecord[] = []
  const inherited: ServerRecord[] = []
  const receipts = new Map<string, { body: string; answer: SyncAnswer }>()
  const calls: { id: string; body: string }[] = []
  const faults: ('before' | 'after' | ApiFault)[] = []
  let seq = 0
  let refuse: (subject: string) => RowOutcome | undefined = () => undefined

  function write(record: WrittenRecord): void {
    const key = `${record.subject}|${record.area}|${record.part}`
    seq += 1
    const version = (records.get(key)?.version ?? 0) + 1
    const stored = {
      account: record.by === account.name ? account.id : record.by,
      reporter: clerk.reporter ?? '',
      seq,
      onBehalf: false,
      version,
      deleted: false,
      written: {},
      origin: null,
      reasons: {},
      ...record,
    }
    records.set(key, stored)
    history.push(stored)
  }

  /** What becomes of the rows; nothing is written where they are only tried. */
  function judge(body: string, how: 'own' | 'onBehalf' | 'tried'): SyncAnswer {
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
      const who = { account: account.id, by: account.name, onBehalf: how === 'onBehalf', at: '2021-05-26T08:00:00Z' }
      if (how !== 'tried') write({ subject, area, part, ...who, values: Object.fromEntries(present) })
      return { row: index, status: 'applied', version: (stored?.version ?? 0) + 1 }
    })
    return { seq, periodEpoch: may.epoch, dryRun: false, replayed: false, outcomes }
  }

  function deliver({ id, body }: SyncSending, how: 'own' | 'onBehalf'): Result<SyncAnswer, ApiFault> {
    calls.push({ id, body })
    const fault = faults.shift()
    if (fault === 'before') return fail({ tag: 'offline' })
    if (fault !== undefined && fault !== 'after') return fail(fault)
    const receipt = receipts.get(id)
    if (receipt && receipt.body !== body)
      return fail({ tag: 'problem', status: 422, code: 'idempotencyKeyReused', requestId: 'r2', findings: [], retryAfter: null })
    const answer = receipt ? { ...receipt.answer, replayed: true } : judge(body, how)
    if (!receipt) receipts.set(id, { body, answer })
    return fault === 'after' ? fail({ tag: 'timeout' }) : ok(answer)
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
      ok({ era: 'e1', records: [...records.values()].filter((r) => r.seq > since), inherited: [...inherited], next: null, asOfSeq: seq }),
    cityRecords: async (_period, since) =>
      ok({ era: 'e1', records: [...records.values()].filter((r) => r.seq > since), inherited: [], next: null, asOfSeq: seq }),
    sync: async (sending) => deliver(sending, 'own'),
    syncOnBehalf: async (sending, dryRun) => (dryRun ? ok({ ...judge(sending.body, 'tried'), dryRun }) : deliver(sending, 'onBehalf')),
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
    /** Rows of whom the unit took duties over from. */
    inherited,
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
