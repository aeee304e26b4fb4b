import { expect, test } from 'vitest'
import { changesOf, rowHistory } from '../../../../addin/flow/unit/rowHistory.ts'
import type { Comment } from '../../../../shared/wire/comment.ts'
import type { RecordVersion } from '../../../../shared/wire/records.ts'

const version = (number: number, values: RecordVersion['values'], more: Partial<RecordVersion> = {}): RecordVersion => ({
  reporter: 'jiaotong',
  subject: '7.1.a',
  area: '411202',
  part: '',
  version: number,
  seq: number,
  account: 'zhang',
  by: '张三',
  onBehalf: false,
  at: `2021-05-2${number}T08:00:00Z`,
  deleted: false,
  values,
  written: {},
  origin: null,
  reasons: {},
  note: null,
  evidence: null,
  ...more,
})
const comment: Comment = {
  id: 'c',
  subject: '7.1.a',
  area: '411202',
  part: '',
  version: 1,
  kind: 'return',
  account: 'ducha',
  by: '督查员',
  own: false,
  changedSince: false,
  at: '2021-05-21T09:00:00Z',
  text: '请核对',
}

test('the history of a row is told from its end: each version with what it changed, the comments between', () => {
  const history = rowHistory(
    [version(1, { cumulative: 10_000, progressText: '在建' }), version(2, { cumulative: 20_000, progressText: '在建' })],
    [comment],
  )
  expect(
    history.map((entry) => (entry.kind === 'version' ? [entry.version.version, entry.act, entry.changes] : entry.comment.text)),
  ).toEqual([
    [2, 'changed', [{ field: 'cumulative', before: 10_000, after: 20_000 }]],
    '请核对',
    [
      1,
      'first',
      [
        { field: 'cumulative', before: undefined, after: 10_000 },
        { field: 'progressText', before: undefined, after: '在建' },
      ],
    ],
  ])
})

test('a withdrawal and what comes after it are named, and the row begins anew', () => {
  const history = rowHistory([version(1, { cumulative: 1 }), version(2, {}, { deleted: true }), version(3, { cumulative: 1 })], [])
  expect(history.map((entry) => entry.kind === 'version' && [entry.act, entry.changes.length])).toEqual([
    ['restored', 1],
    ['withdrawn', 0],
    ['first', 1],
  ])
})

test('versions of one moment keep their order, and a comment of that moment comes after them', () => {
  const at = '2021-05-21T09:00:00Z'
  const history = rowHistory([version(1, { cumulative: 1 }, { at }), version(2, { cumulative: 2 }, { at })], [comment])
  expect(history.map((entry) => (entry.kind === 'version' ? entry.version.version : 'comment'))).toEqual(['comment', 2, 1])
})

test('a field that was cleared has no value after', () => {
  expect(changesOf(version(1, { remark: '旧' }), version(2, {}))).toEqual([{ field: 'remark', before: '旧', after: undefined }])
})
