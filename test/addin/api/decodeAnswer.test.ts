import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import * as administration from '../../../addin/api/administrationAnswers.ts'
import * as shapes from '../../../addin/api/answers.ts'
import { decodeAnswer, type RawAnswer } from '../../../addin/api/decodeAnswer.ts'
import { layoutsShape, storedLayoutShape } from '../../../addin/api/layouts.ts'
import * as units from '../../../addin/api/unitPeriods.ts'
import * as wire from '../../../shared/wire/administration.ts'
import { changesAnswerSchema } from '../../../shared/wire/changes.ts'
import { commentSchema } from '../../../shared/wire/comment.ts'
import { consolidationSchema, lightAnswerSchema } from '../../../shared/wire/consolidation.ts'
import { documentLinkSchema } from '../../../shared/wire/document.ts'
import { findingSchema } from '../../../shared/wire/finding.ts'
import { layoutsAnswerSchema, storedLayoutSchema } from '../../../shared/wire/layouts.ts'
import { periodsAnswerSchema } from '../../../shared/wire/period.ts'
import { historyAnswerSchema, recordsPageSchema } from '../../../shared/wire/records.ts'
import { accountSchema, sessionAnswerSchema } from '../../../shared/wire/session.ts'
import { signInOptionsSchema } from '../../../shared/wire/signIn.ts'
import { submissionSchema, submissionsAnswerSchema } from '../../../shared/wire/submission.ts'
import { syncAnswerSchema } from '../../../shared/wire/sync.ts'
import { accountDetail } from '../fakeAdministration.ts'
import { clerk, consolidation, documentLink, may } from '../fakeAnswers.ts'
import { storedLayout } from '../fakeLayouts.ts'
import { blankSubmission } from '../fakeUnitPeriods.ts'

const raw = (status: number, text: string, contentType = 'application/json', retryAfter: string | null = null): RawAnswer => ({
  status,
  text,
  contentType,
  retryAfter,
})
const problem = (code: string, more: object = {}) =>
  JSON.stringify({ type: 'about:blank', title: code, status: 409, code, requestId: 'r1', ...more })
const json = 'application/problem+json; charset=utf-8'

const cases: readonly (readonly [what: string, answer: RawAnswer, expected: object])[] = [
  ['our answer', raw(200, JSON.stringify(clerk)), { ok: true, value: clerk }],
  ['an answer with a field of a later server', raw(200, JSON.stringify({ ...clerk, phone: '1' })), { ok: true }],
  ['an answer that lacks a field', raw(200, '{"id":"a"}'), { fault: { tag: 'foreignAnswer', status: 200 } }],
  ['a proxy’s login page', raw(200, '<html>login</html>', 'text/html'), { fault: { tag: 'foreignAnswer', status: 200 } }],
  ['a login page that claims to be JSON', raw(200, '<html>', 'application/json'), { fault: { tag: 'foreignAnswer' } }],
  ['a gateway’s error page', raw(502, '<h1>Bad gateway</h1>', 'text/html'), { fault: { tag: 'foreignAnswer', status: 502 } }],
  ['nothing at all', raw(200, '', ''), { fault: { tag: 'foreignAnswer' } }],
  ['a JSON error that is not ours', raw(500, '{"error":"x"}'), { fault: { tag: 'foreignAnswer', status: 500 } }],
  ['a problem', raw(409, problem('epochStale'), json), { fault: { tag: 'problem', code: 'epochStale', requestId: 'r1', findings: [] } }],
  ['a problem that this version does not know', raw(409, problem('brandNew'), json), { fault: { tag: 'problem', code: 'brandNew' } }],
  ['a problem to wait for', raw(429, problem('tooManyRequests'), json, '7'), { fault: { retryAfter: 7 } }],
  ['a date to wait for', raw(503, problem('busy'), json, 'Wed, 21 Oct 2026 07:28:00 GMT'), { fault: { retryAfter: null } }],
  ['a revoked token', raw(401, problem('notSignedIn'), json), { fault: { tag: 'signedOut' } }],
  ['a bad invitation', raw(401, problem('invitationInvalid'), json), { fault: { tag: 'problem', code: 'invitationInvalid' } }],
]
test.for(cases)('%s', ([, answer, expected]) => {
  expect(decodeAnswer(answer, shapes.accountShape)).toMatchObject(expected)
})

test('whatever comes, decoding answers and does not throw', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 599 }),
      fc.string(),
      fc.constantFrom('', 'text/html', 'application/json', json),
      (status, text, type) => {
        expect(decodeAnswer(raw(status, text, type), shapes.syncShape)).toHaveProperty('ok')
      },
    ),
  )
})

const record = {
  reporter: 'jiaotong',
  subject: '7.1.a',
  area: '411202',
  part: '',
  version: 1,
  seq: 4,
  account: 'zhang',
  by: '张三',
  onBehalf: true,
  at: '2021-05-26T08:00:00Z',
  deleted: false,
  values: { cumulative: 125_000, progressText: '顺利', done: true },
  written: { cumulative: '12.5' },
  origin: { sheet: '5月', row: 6, cells: { cumulative: 'E6' } },
  reasons: {},
}
const finding = {
  code: 'CELL_ERROR',
  severity: 'error',
  sheet: '5月',
  cell: 'E5',
  cells: ['E5'],
  params: { a: 1, b: '2', c: true, d: ['x'] },
  record: 'k',
  field: 'cumulative',
}
const signedSubmission = {
  ...blankSubmission,
  said: 'complete',
  saidAt: '2021-05-26T08:00:00Z',
  onTime: true,
  signOff: 'approved',
  signedBy: '王某',
  signedAt: '2021-05-26T09:00:00Z',
  signedSeq: 17,
  receipt: 'returned',
  reason: '请核对',
  openUntil: '2021-06-05',
}
const remark = {
  id: 'c1',
  subject: '7.1.a',
  area: '411202',
  part: '',
  version: 2,
  kind: 'return',
  account: 'ducha',
  by: '督查员',
  own: false,
  changedSince: true,
  at: '2021-05-26T08:00:00Z',
  text: '请核对里程',
}
const filled = {
  ...consolidation,
  narratives: [
    {
      task: '7.1',
      reporter: 'jiaotong',
      text: '顺利',
      asOf: null,
      reported: 'reported',
      account: 'zhang',
      by: '张三',
      onBehalf: true,
      at: '2021-05-26T08:00:00Z',
    },
  ],
  indicators: consolidation.indicators.map((one) => ({
    ...one,
    areas: one.areas.map((area) => ({
      ...area,
      sources: [
        {
          reporter: 'jiaotong',
          area: area.area,
          part: '',
          version: 1,
          seq: 4,
          account: 'zhang',
          by: '张三',
          onBehalf: true,
          at: '2021-05-26',
          value: 1,
          isPercent: false,
          stage: null,
          state: 'draft',
          changed: false,
          counted: true,
          cell: null,
        },
      ],
    })),
  })),
}

/** Pairs of the wire's schema and the pane's shape, with an answer that has every field. */
const pairs: readonly (readonly [string, z.ZodType, (value: unknown) => boolean, object])[] = [
  ['account', accountSchema, shapes.accountShape, clerk],
  ['session', sessionAnswerSchema, shapes.sessionShape, { token: 't', account: clerk, era: 'e' }],
  ['periods', periodsAnswerSchema, shapes.periodsShape, { periods: [may] }],
  ['records', recordsPageSchema, shapes.recordsShape, { era: 'e', records: [record], inherited: [record], next: null, asOfSeq: 4 }],
  ['finding', findingSchema, shapes.findingShape, finding],
  [
    'sync',
    syncAnswerSchema,
    shapes.syncShape,
    {
      seq: 4,
      periodEpoch: 0,
      dryRun: false,
      replayed: false,
      outcomes: [
        { row: 0, status: 'applied', version: 1 },
        { row: 1, status: 'unchanged', version: 1 },
        { row: 2, status: 'held', version: 0 },
        { row: 3, status: 'conflict', version: 2, fields: ['cumulative'], server: record },
        { row: 4, status: 'rejected', findings: [finding] },
      ],
    },
  ],
  ['consolidation', consolidationSchema, shapes.consolidationShape, filled],
  [
    'light',
    lightAnswerSchema,
    shapes.lightAnswerShape,
    { indicator: '7.1.a', override: { light: 'yellow', reason: '汛期', by: '督查室', at: '2021-05-31T00:00:00Z' } },
  ],
  ['ways of signing in', signInOptionsSchema, shapes.signInOptionsShape, { oidc: true }],
  ['submission', submissionSchema, units.submissionShape, blankSubmission],
  ['signed submission', submissionSchema, units.submissionShape, signedSubmission],
  [
    'list of units',
    submissionsAnswerSchema,
    units.submissionsShape,
    {
      due: 1,
      reported: 0,
      partial: 1,
      unreported: 0,
      onTime: 0,
      late: 1,
      submissions: [
        {
          ...signedSubmission,
          timeliness: 'late',
          deadline: '2021-05-31',
          required: 4,
          reported: 3,
          rows: 3,
          rowsOnBehalf: 2,
          lastAt: null,
        },
      ],
    },
  ],
  ['remark', commentSchema, units.commentShape, remark],
  ['history', historyAnswerSchema, shapes.historyShape, { versions: [{ ...record, note: null, evidence: '三交〔2021〕5号' }] }],
  ['remembered layout', storedLayoutSchema, storedLayoutShape, storedLayout({ proposedAt: '2021-05-26', declined: '仅本单位适用' })],
  ['remembered layouts', layoutsAnswerSchema, layoutsShape, { layouts: [storedLayout({ scope: 'city' })] }],
  ['document link', documentLinkSchema, shapes.documentLinkShape, documentLink],
  [
    'notices',
    wire.noticesAnswerSchema,
    administration.noticesShape,
    { notices: [{ period: '2021-05', reporter: 'jiaotong', kind: 'reminder', at: '2021-05-28' }] },
  ],
  [
    'registers',
    wire.registersAnswerSchema,
    administration.registersShape,
    { registers: [{ id: 'smx-2021', version: 1, title: '2021年', loadedAt: '2021-05-01' }] },
  ],
  [
    'difference',
    wire.registerDifferenceSchema,
    administration.registerDifferenceShape,
    {
      id: 'smx-2021',
      version: 2,
      previousVersion: 1,
      dryRun: true,
      changes: [{ list: 'title', key: 'title', change: 'changed' }],
      remarks: [],
    },
  ],
  ['accounts', wire.accountsAnswerSchema, administration.accountsShape, { accounts: [accountDetail('a')] }],
  ['invitation', wire.invitationSchema, administration.invitationShape, { code: 'A-B', expiresAt: '2021-06-01' }],
  [
    'devices',
    wire.devicesAnswerSchema,
    administration.devicesShape,
    { devices: [{ id: 'a1', device: 'Excel', createdAt: '2021-05-01', current: true }] },
  ],
  [
    'changes',
    changesAnswerSchema,
    administration.changesShape,
    {
      changes: [
        {
          period: '2021-05',
          reporter: 'jiaotong',
          reporterName: '市交通运输局',
          subject: '7.1.a',
          area: '411202',
          part: '',
          version: 2,
          seq: 9,
          at: '2021',
          account: 'li',
          by: '李',
          onBehalf: true,
          act: 'changed',
          values: [{ field: 'cumulative', before: 1, after: null }],
          after: ['return', 'approval', 'acceptance', 'deadline'],
        },
      ],
      next: null,
    },
  ],
  [
    'audit',
    wire.auditAnswerSchema,
    administration.auditShape,
    {
      entries: [
        {
          id: 1,
          at: '2021',
          account: null,
          by: null,
          act: 'period.lock',
          object: '2021-05',
          reason: null,
          before: null,
          after: 'x',
          requestId: 'r',
        },
      ],
      next: null,
    },
  ],
  ['export link', wire.exportLinkSchema, administration.exportLinkShape, { path: `/v1/exports/${'a'.repeat(43)}`, expiresAt: '2021' }],
]

/** Every path into a value. */
const paths = (value: unknown, at: readonly (string | number)[] = []): (readonly (string | number)[])[] =>
  typeof value === 'object' && value !== null
    ? [
        ...(at.length ? [at] : []),
        ...Object.entries(value).flatMap(([key, part]) => paths(part, [...at, Array.isArray(value) ? Number(key) : key])),
      ]
    : [at]

function changed(value: unknown, [key, ...rest]: readonly (string | number)[], to: unknown): unknown {
  if (key === undefined) return to
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) }
  const holder = copy as Record<string | number, unknown>
  if (rest.length === 0 && to === undefined) delete holder[key]
  else holder[key] = changed(holder[key], rest, to)
  return copy
}

describe.for(pairs)('the shape of %s', ([, schema, shape, whole]) => {
  test('takes what the wire takes', () => {
    expect(schema.safeParse(whole).error?.issues ?? []).toEqual([])
    expect(shape(whole)).toBe(true)
  })

  test('refuses what the wire refuses, field by field', () => {
    for (const path of paths(whole))
      for (const to of [undefined, null, 1.5, 'x', true, [], {}]) {
        const bad: unknown = JSON.parse(JSON.stringify(changed(whole, path, to)))
        if (shape(bad) && !schema.safeParse(bad).success) expect.fail(`${path.join('.')} = ${JSON.stringify(to)} is let through`)
        if (!shape(bad) && schema.safeParse(bad).success) expect.fail(`${path.join('.')} = ${JSON.stringify(to)} is refused`)
      }
  })
})
