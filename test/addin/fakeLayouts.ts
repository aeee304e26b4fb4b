import type { ApiFault } from '../../addin/ports/apiFault.ts'
import type { LayoutsApi } from '../../addin/ports/layoutsApi.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { StoredLayout } from '../../shared/wire/layouts.ts'
import type { Account } from '../../shared/wire/session.ts'

export const storedLayout = (more: Partial<StoredLayout> = {}): StoredLayout => ({
  layout: '0123456789abcdef',
  scope: 'unit',
  reporter: 'jiaotong',
  reporterName: '市交通运输局',
  version: 1,
  register: 'smx-2021',
  headings: ['县(市、区)', '农村公路(公里)/至某月上报数'],
  columns: [{ heading: '农村公路(公里)/至某月上报数', occurrence: 1, field: 'cumulative', subject: '7.1.a', area: null, use: 'stored' }],
  by: '李某',
  at: '2021-05-26T08:00:00Z',
  proposedAt: null,
  declined: null,
  ...more,
})

/** Remembered layouts in memory, with the wire's promises: versions, proposals, what is agreed. */
export function fakeLayouts(account: Account) {
  const stored: StoredLayout[] = []
  /** What happens to the next calls, in order. */
  const faults: ApiFault[] = []
  const calls: string[] = []
  const problem = (status: number, code: string): Result<never, ApiFault> =>
    fail({ tag: 'problem', status, code, requestId: 'r7', findings: [], retryAfter: null })
  const unless = <T>(call: string, act: () => Result<T, ApiFault>): Result<T, ApiFault> => {
    calls.push(call)
    const fault = faults.shift()
    return fault === undefined ? act() : fail(fault)
  }
  const of = (layout: string, scope: StoredLayout['scope'], reporter?: string) =>
    stored.findIndex((one) => one.layout === layout && one.scope === scope && (reporter === undefined || one.reporter === reporter))
  const put = (at: number, layout: StoredLayout): Result<StoredLayout, ApiFault> => {
    stored.splice(at < 0 ? stored.length : at, at < 0 ? 0 : 1, layout)
    return ok(layout)
  }
  const change = (at: number, more: Partial<StoredLayout>): Result<StoredLayout, ApiFault> => {
    const before = stored[at]
    return before ? put(at, { ...before, ...more }) : problem(404, 'notFound')
  }
  const take = (at: number): Result<void, ApiFault> => {
    if (at < 0) return problem(404, 'notFound')
    stored.splice(at, 1)
    return ok(undefined)
  }
  const api: LayoutsApi = {
    unitLayouts: async (reporter) => unless('list', () => ok(stored.filter((one) => one.scope === 'city' || one.reporter === reporter))),
    rememberLayout: async (reporter, layout, { base, ...said }) =>
      unless('remember', () => {
        const at = of(layout, 'unit', reporter)
        if ((stored[at]?.version ?? 0) !== base) return problem(412, 'preconditionFailed')
        return put(at, storedLayout({ ...stored[at], ...said, layout, reporter, by: account.name, version: base + 1 }))
      }),
    forgetLayout: async (reporter, layout) => unless('forget', () => take(of(layout, 'unit', reporter))),
    proposeLayout: async (reporter, layout) =>
      unless('propose', () => change(of(layout, 'unit', reporter), { proposedAt: '2021-05-26T09:00:00Z', declined: null })),
    cityLayouts: async () => unless('city', () => ok(stored.filter((one) => one.scope === 'city' || one.proposedAt !== null))),
    agreeLayout: async (layout, reporter, version) =>
      unless('agree', () => {
        const unit = stored[of(layout, 'unit', reporter)]
        if (!unit) return problem(404, 'notFound')
        if (unit.version !== version) return problem(412, 'preconditionFailed')
        change(of(layout, 'unit', reporter), { proposedAt: null })
        return put(of(layout, 'city'), { ...unit, scope: 'city', version: 1, by: account.name, proposedAt: null })
      }),
    withdrawLayout: async (layout, reporter, reason) =>
      unless('withdraw', () => {
        if (reporter === null) return take(of(layout, 'city'))
        const done = change(of(layout, 'unit', reporter), { proposedAt: null, declined: reason })
        return done.ok ? ok(undefined) : done
      }),
  }
  return { api, stored, faults, calls }
}
