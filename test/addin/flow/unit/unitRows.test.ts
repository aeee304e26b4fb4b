import { expect, test } from 'vitest'
import { missingOf } from '../../../../addin/flow/unit/missingOf.ts'
import type { UnitPeriod } from '../../../../addin/flow/unit/openUnitPeriod.ts'
import { returnedCells, unitRows } from '../../../../addin/flow/unit/unitRows.ts'
import { recordKeyText } from '../../../../shared/record/figureRecord.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import type { Comment } from '../../../../shared/wire/comment.ts'
import type { ServerRecord } from '../../../../shared/wire/sync.ts'
import { blankSubmission } from '../../fakeUnitPeriods.ts'

const record = (subject: string, area: string, more: Partial<ServerRecord> = {}): ServerRecord => ({
  reporter: 'jiaotong',
  subject,
  area,
  part: '',
  version: 1,
  seq: 1,
  account: 'zhang',
  by: '张三',
  onBehalf: false,
  at: '2021-05-26T08:00:00Z',
  deleted: false,
  values: { cumulative: 10_000 },
  written: {},
  origin: { sheet: '5月', row: 6, cells: { cumulative: 'E6' } },
  reasons: {},
  ...more,
})
const comment = (subject: string, area: string, version: number, kind: Comment['kind'] = 'comment', at = '1'): Comment => ({
  id: `${subject}${area}${version}${at}`,
  subject,
  area,
  part: '',
  version,
  kind,
  account: 'ducha',
  by: '督查员',
  own: false,
  changedSince: false,
  at: `2021-05-26T09:0${at}:00Z`,
  text: '请核对',
})
const unit = (records: readonly ServerRecord[], comments: readonly Comment[], changedRows: string[] = []): UnitPeriod => ({
  reporter: 'jiaotong',
  submission: { ...blankSubmission, changedRows },
  stored: new Map(records.map((one) => [recordKeyText(one), one])),
  inherited: [],
  comments,
  asOfSeq: 9,
})

test('returned rows come first, then those with comments, then the rest in the register’s order', () => {
  const rows = unitRows(
    unit(
      [record('10.1.a', '411200'), record('7.1.b', '411202'), record('7.1.a', '411203'), record('7.1.a', '411202')],
      [comment('10.1.a', '411200', 1), comment('7.1.b', '411202', 1, 'return')],
    ),
    null,
  )
  expect(rows.map(({ key }) => key)).toEqual(['7.1.b|411202|', '10.1.a|411200|', '7.1.a|411202|', '7.1.a|411203|'])
})

const returns: readonly (readonly [
  what: string,
  version: number,
  comments: readonly Comment[],
  expected: 'open' | 'corrected' | 'answered' | null,
])[] = [
  ['was never returned', 1, [comment('7.1.a', '411202', 1)], null],
  ['is as it was returned', 1, [comment('7.1.a', '411202', 1, 'return')], 'open'],
  ['reports something else since', 2, [{ ...comment('7.1.a', '411202', 1, 'return'), changedSince: true }], 'corrected'],
  ['was written again with what it had', 3, [comment('7.1.a', '411202', 1, 'return')], 'open'],
  [
    'stands, and the unit said why',
    1,
    [comment('7.1.a', '411202', 1, 'return'), { ...comment('7.1.a', '411202', 1, 'comment', '2'), own: true }],
    'answered',
  ],
  [
    'was returned, and another of the office said more',
    1,
    [comment('7.1.a', '411202', 1, 'return'), { ...comment('7.1.a', '411202', 1, 'comment', '2'), account: 'ducha-2', by: '督查员二' }],
    'open',
  ],
  ['was changed and returned again', 2, [comment('7.1.a', '411202', 1, 'return'), comment('7.1.a', '411202', 2, 'return', '2')], 'open'],
]
test.for(returns)('a row that %s', ([, version, comments, state]) => {
  const [row] = unitRows(unit([record('7.1.a', '411202', { version })], comments), null)
  expect(row?.returned?.state ?? null).toBe(state)
})

test('what differs from the signed is marked, and nothing else', () => {
  const records = [record('7.1.a', '411202', { seq: 3 }), record('7.1.b', '411202', { seq: 4 })]
  const changed = (rows: string[]) => unitRows(unit(records, [], rows), null).map((row) => row.changed)
  expect(changed(['7.1.b|411202|'])).toEqual([false, true])
  expect(changed([])).toEqual([false, false])
})

test('a withdrawn row is left out, but for one that was commented on or withdrawn after the sign-off', () => {
  const gone = { deleted: true, values: {} }
  const records = [record('7.1.a', '411202', gone), record('7.1.a', '411203', gone), record('7.1.b', '411202', { ...gone, seq: 5 })]
  expect(unitRows(unit(records, [comment('7.1.a', '411203', 1)], ['7.1.b|411202|']), null).map(({ key }) => key)).toEqual([
    '7.1.a|411203|',
    '7.1.b|411202|',
  ])
})

test('a comment on what was never sent is a row too', () => {
  const [row] = unitRows(unit([], [comment('7.1.a', '411202', 0, 'return')]), null)
  expect(row).toMatchObject({ key: '7.1.a|411202|', record: null, place: null, returned: { state: 'open' } })
})

test('a row stands where the sheet has it now, else where it was sent from', () => {
  const reading = {
    records: [{ subject: '7.1.a', area: '411202', part: '', origin: { sheet: '6月', row: 9, cells: { cumulative: 'E9' } } }],
  }
  const rows = unitRows(unit([record('7.1.a', '411202'), record('7.1.b', '411202')], []), reading)
  expect(rows.map(({ place }) => [place?.sheet, place?.cells.cumulative])).toEqual([
    ['6月', 'E9'],
    ['5月', 'E6'],
  ])
})

const ON = '2021-05-26'

test('what a unit must report and has not is known from its rows alone', () => {
  const none = missingOf(register2021, unit([], []), ON)
  expect(none.length).toBeGreaterThan(5)
  const county = none.find((gap) => gap.area !== '411200')
  const { subject, area } = county ?? { subject: '', area: '' }
  expect(missingOf(register2021, unit([record(subject, area)], []), ON)).toEqual(none.filter((gap) => gap !== county))
})

test('what was reported by whom a duty was taken over from is not missing', () => {
  const theirs = { ...record('7.1.a', '411202'), reporter: 'chengguan' }
  const move = { subject: '7.1.a', reporter: 'jiaotong', predecessor: 'chengguan', from: '2021-06' }
  const lacks = (succeeds: readonly (typeof move)[]) =>
    missingOf({ ...register2021, succeeds }, { ...unit([], []), inherited: [theirs] }, ON)
      .filter(({ subject }) => subject === '7.1.a')
      .map(({ area }) => area)
  expect(lacks([])).toContain('411202')
  expect(lacks([move])).not.toContain('411202')
  expect(lacks([{ ...move, from: '2021-04' }])).toContain('411202')
})

test('the cells of rows that wait are those of the sheet as it is read, and of no other row', () => {
  const at = (cell: string, area: string) => ({
    subject: '7.1.a',
    area,
    part: '',
    origin: { sheet: '5月', row: 1, cells: { cumulative: cell } },
  })
  const reading = { records: [at('E6', '411202'), at('E7', '411203'), at('E8', '411221')] }
  const comments = [
    comment('7.1.a', '411202', 1, 'return'),
    { ...comment('7.1.a', '411203', 0, 'return'), changedSince: true },
    comment('7.1.a', '411221', 1),
    comment('7.1.b', '411202', 1, 'return'),
  ]
  const records = ['411202', '411203', '411221'].map((area) => record('7.1.a', area))
  expect(returnedCells(unit([...records, record('7.1.b', '411202')], comments), reading)).toEqual(['E6'])
  expect(returnedCells(undefined, reading)).toEqual([])
})
