import { expect } from 'vitest'
import { registerForm2021 } from '../../../shared/register/year2021/register2021.ts'
import type { RouteKey } from '../../../shared/wire/contract.ts'
import { SETTLES } from '../../../shared/wire/outstanding.ts'
import { SUBMISSION_ACTS, type SubmissionAct } from '../../../shared/wire/submissionActs.ts'
import { PERIOD, syncRequest } from '../world.ts'

const UNIT = `/v1/periods/${PERIOD}/reporters/jiaotong`
const ROUTE = '/v1/periods/{period}/reporters/{reporter}'

/** A sound request that does a privileged act, and what the audit trail then says. */
export interface PrivilegedAct {
  readonly key: RouteKey
  readonly who: string
  readonly path: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
  /** What must be so before, as SQL. */
  readonly first?: string
  /** The entry of the audit trail. */
  readonly entry: {
    readonly act: string
    readonly object: string
    readonly reason: string | null
    readonly before?: unknown
    readonly after?: unknown
  }
}

const stateAct = (name: SubmissionAct): PrivilegedAct => {
  const rule: (typeof SUBMISSION_ACTS)[SubmissionAct] & {
    from: { said?: readonly string[]; signOff?: readonly string[]; receipt?: readonly string[] }
  } = SUBMISSION_ACTS[name]
  const { said, signOff, receipt } = rule.from
  const from = { said: said?.[0] ?? 'draft', signOff: signOff?.[0] ?? 'none', receipt: receipt?.[0] ?? 'none' }
  return {
    key: `POST ${ROUTE}/submission/${name}`,
    who: Object.keys(rule.roles)[0] ?? '',
    path: `${UNIT}/submission/${name}`,
    body: { reason: '理由', confirmed: true },
    first: `UPDATE submissions SET said = '${from.said}', sign_off = '${from.signOff}', receipt = '${from.receipt}'`,
    entry: {
      act: `submission.${name}`,
      object: `${PERIOD}/jiaotong`,
      reason: '理由',
      before: { ...from, changesSinceSignOff: 0 },
      after: SETTLES.has(name) ? { ...rule.to, unapproved: true, missing: expect.any(Number) } : rule.to,
    },
  }
}

const LAYOUT = '0123456789abcdef'
const LAYOUTS = '/v1/reporters/{reporter}/layouts/{layout}'
const said = [{ heading: '农村公路/至某月上报数', occurrence: 1, field: 'cumulative' }]
/** A layout as it is stored before an act; `of` is the unit, or '' for the city. */
const storedLayout = (of: string, more: string): string =>
  `INSERT INTO layouts (reporter, layout, version, register_id, headings, columns, account, at, ${more.split(' = ')[0]})
  VALUES ('${of}', '${LAYOUT}', 2, 'smx-2021', '[]', '[{"heading":"完成","occurrence":1,"field":null}]', 'clerk', 'before', ${more.split(' = ')[1]})`

const person = { name: '新名', role: 'clerk', reporter: 'jiaotong' }
export const PRIVILEGED_ACTS: readonly PrivilegedAct[] = [
  ...(Object.keys(SUBMISSION_ACTS) as SubmissionAct[]).map(stateAct),
  {
    key: `PUT ${ROUTE}/extension`,
    who: 'coordinator',
    path: `${UNIT}/extension`,
    body: { until: '2021-06-05', reason: '系统故障' },
    first: "UPDATE submissions SET open_until = '2021-06-03'",
    entry: {
      act: 'submission.exception',
      object: `${PERIOD}/jiaotong`,
      reason: '系统故障',
      before: { openUntil: '2021-06-03' },
      after: { openUntil: '2021-06-05' },
    },
  },
  {
    key: `POST ${ROUTE}/sync-on-behalf`,
    who: 'coordinator',
    path: `${UNIT}/sync-on-behalf`,
    body: {
      ...syncRequest([{ subject: '7.1.a', area: '411202', cumulative: 240_000 }]),
      file: { name: '5月.xlsx', sha256: 'a'.repeat(64) },
    },
    headers: { 'Idempotency-Key': '6f2c7c1e-0000-4000-8000-000000000001' },
    entry: {
      act: 'submission.onBehalf',
      object: `${PERIOD}/jiaotong`,
      reason: null,
      after: { file: '5月.xlsx', sha256: 'a'.repeat(64), rows: 1 },
    },
  },
  {
    key: `POST ${ROUTE}/comments`,
    who: 'coordinator',
    path: `${UNIT}/comments`,
    body: { subject: '7.1.c', area: '411200', kind: 'return', text: '请核对' },
    entry: { act: 'record.return', object: `${PERIOD}/jiaotong/7.1.c|411200|`, reason: '请核对' },
  },
  {
    key: 'POST /v1/periods/{period}/lock',
    who: 'coordinator',
    path: `/v1/periods/${PERIOD}/lock`,
    body: { reason: '月度通报', confirmed: true },
    headers: { 'If-Match': '"1"' },
    entry: {
      act: 'period.lock',
      object: PERIOD,
      reason: '月度通报',
      before: { state: 'open', epoch: 1 },
      after: { state: 'locked', epoch: 2, unsettled: expect.any(Number) },
    },
  },
  {
    key: 'POST /v1/periods/{period}/reopen',
    who: 'coordinator',
    path: `/v1/periods/${PERIOD}/reopen`,
    body: { reason: '核实有误' },
    headers: { 'If-Match': '"1"' },
    first: "UPDATE periods SET state = 'locked'",
    entry: {
      act: 'period.reopen',
      object: PERIOD,
      reason: '核实有误',
      before: { state: 'locked', epoch: 1 },
      after: { state: 'open', epoch: 2 },
    },
  },
  {
    key: 'PUT /v1/periods/{period}',
    who: 'administrator',
    path: `/v1/periods/${PERIOD}`,
    body: { registerId: 'smx-2021', registerVersion: 1, softDeadline: '2021-05-29', hardDeadline: '2021-06-01', reason: '提前' },
    headers: { 'If-Match': '1' },
    entry: {
      act: 'period.change',
      object: PERIOD,
      reason: '提前',
      before: { softDeadline: '2021-05-30', hardDeadline: '2021-06-02' },
      after: { softDeadline: '2021-05-29', hardDeadline: '2021-06-01' },
    },
  },
  {
    key: 'POST /v1/periods/{period}/documents',
    who: 'coordinator',
    path: `/v1/periods/${PERIOD}/documents`,
    body: { kind: 'circular', format: 'text' },
    entry: { act: 'document.link', object: PERIOD, reason: null, after: { kind: 'circular', format: 'text' } },
  },
  {
    key: 'PUT /v1/periods/{period}/indicators/{indicator}/light',
    who: 'coordinator',
    path: `/v1/periods/${PERIOD}/indicators/7.1.a/light`,
    body: { light: 'red', reason: '现场核查' },
    first: `INSERT INTO light_overrides (period, indicator, version, light, reason, account, at) VALUES ('${PERIOD}', '7.1.a', 1, 'green', '先前', 'coordinator', 'before')`,
    entry: {
      act: 'light.override',
      object: `${PERIOD}/7.1.a`,
      reason: '现场核查',
      before: { light: 'green', reason: '先前' },
      after: { light: 'red', reason: '现场核查' },
    },
  },
  {
    key: `PUT ${LAYOUTS}`,
    who: 'clerk',
    path: `/v1/reporters/jiaotong/layouts/${LAYOUT}`,
    body: { register: 'smx-2021', headings: ['农村公路/至某月上报数'], columns: said, base: 2 },
    first: storedLayout('jiaotong', 'proposed_at = NULL'),
    entry: {
      act: 'layout.remember',
      object: `jiaotong/${LAYOUT}`,
      reason: null,
      before: { version: 2, columns: [{ heading: '完成', field: null }] },
      after: { version: 3, columns: said },
    },
  },
  {
    key: `DELETE ${LAYOUTS}`,
    who: 'reviewer',
    path: `/v1/reporters/jiaotong/layouts/${LAYOUT}`,
    first: storedLayout('jiaotong', 'proposed_at = NULL'),
    entry: { act: 'layout.forget', object: `jiaotong/${LAYOUT}`, reason: null, before: { version: 2 } },
  },
  {
    key: `POST ${LAYOUTS}/propose`,
    who: 'clerk',
    path: `/v1/reporters/jiaotong/layouts/${LAYOUT}/propose`,
    body: { version: 2 },
    first: storedLayout('jiaotong', 'proposed_at = NULL'),
    entry: { act: 'layout.propose', object: `jiaotong/${LAYOUT}`, reason: null, before: { version: 2 }, after: { version: 2 } },
  },
  {
    key: 'POST /v1/layouts/{layout}/agree',
    who: 'coordinator',
    path: `/v1/layouts/${LAYOUT}/agree`,
    body: { reporter: 'jiaotong', version: 2 },
    first: storedLayout('jiaotong', "proposed_at = 'before'"),
    entry: { act: 'layout.agree', object: LAYOUT, reason: null, after: { reporter: 'jiaotong', version: 2 } },
  },
  {
    key: 'POST /v1/layouts/{layout}/withdraw',
    who: 'coordinator',
    path: `/v1/layouts/${LAYOUT}/withdraw`,
    body: { reporter: 'jiaotong', reason: '各单位口径不同' },
    first: storedLayout('jiaotong', "proposed_at = 'before'"),
    entry: { act: 'layout.decline', object: `jiaotong/${LAYOUT}`, reason: '各单位口径不同', before: { version: 2 } },
  },
  {
    key: 'POST /v1/layouts/{layout}/withdraw',
    who: 'coordinator',
    path: `/v1/layouts/${LAYOUT}/withdraw`,
    body: { reporter: null, reason: '读错了' },
    first: storedLayout('', "source = 'jiaotong'"),
    entry: { act: 'layout.withdraw', object: LAYOUT, reason: '读错了', before: { version: 2 } },
  },
  {
    key: 'POST /v1/registers',
    who: 'administrator',
    path: '/v1/registers',
    body: { ...registerForm2021, version: 2 },
    entry: { act: 'register.load', object: 'smx-2021/2', reason: null },
  },
  {
    key: 'POST /v1/accounts',
    who: 'administrator',
    path: '/v1/accounts',
    body: { id: 'new', ...person },
    entry: { act: 'account.make', object: 'new', reason: null, after: { id: 'new', role: 'clerk', reporter: 'jiaotong', active: true } },
  },
  {
    key: 'PUT /v1/accounts/{account}',
    who: 'administrator',
    path: '/v1/accounts/second',
    body: { ...person, active: false, reason: '调离' },
    entry: { act: 'account.change', object: 'second', reason: '调离', before: { active: true }, after: { active: false, name: '新名' } },
  },
  {
    key: 'POST /v1/accounts/{account}/invitations',
    who: 'administrator',
    path: '/v1/accounts/second/invitations',
    body: { validDays: 1 },
    entry: { act: 'account.invite', object: 'second', reason: null },
  },
  {
    key: 'DELETE /v1/accounts/{account}/sessions',
    who: 'administrator',
    path: '/v1/accounts/second/sessions',
    entry: { act: 'account.signOut', object: 'second', reason: null },
  },
  { key: 'POST /v1/exports', who: 'administrator', path: '/v1/exports', entry: { act: 'city.exportLink', object: 'city', reason: null } },
  { key: 'GET /v1/export', who: 'administrator', path: '/v1/export', entry: { act: 'city.export', object: 'city', reason: null } },
]
