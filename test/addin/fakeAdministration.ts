import type { AdministrationApi } from '../../addin/ports/administrationApi.ts'
import type { ApiFault } from '../../addin/ports/apiFault.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Register } from '../../shared/register/register.ts'
import { register2021 } from '../../shared/register/year2021/register2021.ts'
import type { AccountDetail, AuditEntry, Device, Notice, RegisterDifference } from '../../shared/wire/administration.ts'
import type { FigureChange } from '../../shared/wire/changes.ts'
import type { PeriodInfo } from '../../shared/wire/period.ts'

const problem = (status: number, code: string): Result<never, ApiFault> =>
  fail({ tag: 'problem', status, code, requestId: 'r9', findings: [], retryAfter: null })

export const accountDetail = (id: string, more: Partial<AccountDetail> = {}): AccountDetail => ({
  id,
  name: id,
  role: 'reader',
  reporter: null,
  reporterName: null,
  active: true,
  devices: 0,
  createdAt: '2021-05-01T00:00:00Z',
  lastSignInAt: null,
  invitedUntil: null,
  identity: null,
  ...more,
})

/** A figure that fell, of a clerk's. */
export const figureChange = (more: Partial<FigureChange> = {}): FigureChange => ({
  period: '2021-05',
  reporter: 'jiaotong',
  reporterName: '市交通运输局',
  subject: '7.1.a',
  area: '411202',
  part: '',
  version: 2,
  seq: 9,
  at: '2021-05-26T08:00:00Z',
  account: 'li',
  by: '李',
  onBehalf: false,
  act: 'changed',
  values: [{ field: 'cumulative', before: 200_000, after: 150_000 }],
  after: [],
  ...more,
})

/** Administration in memory: periods with epochs, versions of registers, accounts, devices, what was done. */
export function fakeAdministration(periods: readonly PeriodInfo[]) {
  const stored = new Map(periods.map((period) => [period.id, period]))
  const registers: Register[] = [register2021]
  const accounts = new Map<string, AccountDetail>([
    ['administrator', accountDetail('administrator', { role: 'administrator', devices: 1 })],
  ])
  let devices: readonly Device[] = [
    { id: '1'.repeat(16), device: 'Excel · Windows', createdAt: '2021-05-20T08:00:00Z', current: true },
    { id: '2'.repeat(16), device: 'Excel · Web', createdAt: '2021-05-01T08:00:00Z', current: false },
  ]
  const trail: AuditEntry[] = []
  const notices: Notice[] = []
  const figureChanges: FigureChange[] = []
  const sent: unknown[] = []
  /** Answers the next calls with these, in order, before anything is done. */
  const faults: ApiFault[] = []

  const done = (act: string, object: string, reason: string | null = null): void =>
    void trail.push({
      id: trail.length + 1,
      at: '2021-05-26T08:00:00Z',
      account: 'administrator',
      by: '管理员',
      act,
      object,
      reason,
      before: null,
      after: null,
      requestId: 'r1',
    })
  const unless = <T>(act: () => Result<T, ApiFault>): Result<T, ApiFault> => {
    const fault = faults.shift()
    return fault === undefined ? act() : fail(fault)
  }
  const changed = (id: string, change: Partial<AccountDetail>): Result<AccountDetail, ApiFault> => {
    const before = accounts.get(id)
    if (!before) return problem(404, 'notFound')
    const after = { ...before, ...change }
    accounts.set(id, after)
    return ok(after)
  }

  const api: AdministrationApi = {
    putPeriod: async (id, plan, epoch) =>
      unless(() => {
        const before = stored.get(id)
        if (before && epoch === null) return problem(428, 'preconditionRequired')
        if (before && before.epoch !== epoch) return problem(412, 'preconditionFailed')
        const { registerId, registerVersion, softDeadline = '', hardDeadline = '' } = plan
        const moved = before !== undefined && before.registerVersion !== registerVersion
        const after: PeriodInfo = {
          id,
          registerId,
          registerVersion,
          softDeadline,
          hardDeadline,
          state: before?.state ?? 'open',
          epoch: (before?.epoch ?? 1) + (moved ? 1 : 0),
        }
        stored.set(id, after)
        done(before ? 'period.change' : 'period.open', id, plan.reason)
        return ok(after)
      }),
    turnPeriod: async (id, act, { reason }, epoch) =>
      unless(() => {
        const before = stored.get(id)
        if (!before) return problem(404, 'notFound')
        if (before.epoch !== epoch) return problem(412, 'preconditionFailed')
        const after: PeriodInfo = { ...before, state: act === 'lock' ? 'locked' : 'open', epoch: epoch + 1 }
        stored.set(id, after)
        done(`period.${act}`, id, reason)
        return ok(after)
      }),
    notices: async (period) => unless(() => ok(notices.filter((notice) => notice.period === period))),
    runSchedule: async () =>
      unless(() => {
        const fresh: Notice = { period: '2021-05', reporter: 'jiaotong', kind: 'reminder', at: '2021-05-28T00:00:00Z' }
        if (notices.length > 0) return ok([])
        notices.push(fresh)
        return ok([fresh])
      }),
    registers: async () =>
      unless(() => ok(registers.map(({ id, version, title }) => ({ id, version, title, loadedAt: '2021-05-01T00:00:00Z' })))),
    registerVersion: async (id, version) =>
      unless(() => {
        const found = registers.find((register) => register.id === id && register.version === version)
        return found ? ok(found) : problem(404, 'notFound')
      }),
    loadRegister: async (form, dryRun) =>
      unless(() => {
        const { id, version } = form as Register
        sent.push(form)
        const before = registers.filter((register) => register.id === id).at(-1)
        if (before && before.version >= version) return problem(409, 'alreadyExists')
        if (!dryRun) registers.push({ ...register2021, id, version })
        return ok<RegisterDifference>({ id, version, previousVersion: before?.version ?? null, dryRun, changes: [], remarks: [] })
      }),
    accounts: async () => unless(() => ok([...accounts.values()])),
    makeAccount: async (account) =>
      unless(() => {
        if (accounts.has(account.id)) return problem(409, 'alreadyExists')
        accounts.set(account.id, accountDetail(account.id, account))
        return changed(account.id, {})
      }),
    changeAccount: async (id, { reason: _, ...change }) => unless(() => changed(id, change)),
    tieAccount: async (id, identity) =>
      unless(() => {
        if ([...accounts.values()].some((one) => one.id !== id && identity !== null && one.identity === identity))
          return problem(409, 'alreadyExists')
        const tied = changed(id, { identity })
        return tied.ok ? ok(undefined) : tied
      }),
    invite: async (id) =>
      unless(() => {
        const invited = changed(id, { invitedUntil: '2021-06-09T00:00:00Z' })
        return invited.ok ? ok({ code: 'SECR-ETCO-DE12', expiresAt: '2021-06-09T00:00:00Z' }) : invited
      }),
    signOutAccount: async (id) =>
      unless(() => {
        const out = changed(id, { devices: 0 })
        return out.ok ? ok(undefined) : out
      }),
    devices: async () => unless(() => ok(devices)),
    signOutDevice: async (id) =>
      unless(() => {
        devices = devices.filter((device) => device.id !== id)
        return ok(undefined)
      }),
    audit: async ({ act, object, account, before, limit }) =>
      unless(() => {
        const found = trail
          .filter(
            (entry) => (act === undefined || entry.act === act || entry.act.startsWith(`${act}.`)) && entry.object.includes(object ?? ''),
          )
          .filter((entry) => account === undefined || entry.account === account)
          .filter(({ id }) => before === undefined || id < before)
          .reverse()
        const entries = found.slice(0, limit)
        return ok({ entries, next: found.length > limit ? (entries.at(-1)?.id ?? null) : null })
      }),
    changes: async ({ since, limit }) =>
      unless(() => {
        const from = Number(since ?? 0)
        const next = from + limit < figureChanges.length ? String(from + limit) : null
        return ok({ changes: figureChanges.slice(from, from + limit), next })
      }),
    linkExport: async () => unless(() => ok({ path: `/v1/exports/${'e'.repeat(43)}`, expiresAt: '2021-05-26T08:05:00Z' })),
  }
  return { api, periods: stored, registers, accounts, notices, trail, figureChanges, sent, faults, done }
}
