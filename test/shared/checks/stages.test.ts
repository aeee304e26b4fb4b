import { describe, expect, it } from 'vitest'
import { actualAhead } from '../../../shared/checks/actualAhead.ts'
import { carryOver } from '../../../shared/checks/carryOver.ts'
import { indicatorSplit } from '../../../shared/checks/indicatorSplit.ts'
import { milestoneOverdue } from '../../../shared/checks/milestoneOverdue.ts'
import { notRead } from '../../../shared/checks/notRead.ts'
import { stageMismatch } from '../../../shared/checks/stageMismatch.ts'
import { statusContradiction } from '../../../shared/checks/statusContradiction.ts'
import type { Stage } from '../../../shared/quantity/stage.ts'
import type { ColumnField } from '../../../shared/record/columnFields.ts'
import { fact, facts, keyOf, record, said, table } from './sheetFacts.ts'

describe('stageMismatch', () => {
  it.each<[string, number, Stage | undefined, string | undefined, string[]]>([
    ['3.b', 15, 'basically_completed', undefined, ['warning E5 STAGE_MISMATCH']],
    ['3.b', 65, 'completed', undefined, []],
    ['4.b', 42, 'started', undefined, []],
    ['4.b', 42, 'completed', undefined, []],
    ['4.a', 42, 'started', undefined, ['warning E5 STAGE_MISMATCH']],
    ['2.4.a', 40, undefined, '新选取40个沿黄村建设阅报栏', ['warning E5 STAGE_MISMATCH']],
    ['9.3.b', 1105, undefined, '已受理援助案件1105件，占目标任务44.2%', ['warning E5 STAGE_MISMATCH']],
    ['2.3.a', 130, undefined, '截至目前，已完成130场。', []],
    ['3.b', 65, undefined, '已开工65套，目前65套均已完工', []],
    ['3.b', 65, undefined, '共有27套', []],
    ['3.b', 0, 'started', undefined, []],
  ])('answers %s with %d at %s beside %j with %s', (subject, cumulative, stage, progressText, findings) => {
    const values = { cumulative, ...(stage && { stage }), ...(progressText !== undefined && { progressText }) }
    expect(said(stageMismatch, { records: [record(values, { subject, area: '411200' })] })).toEqual(findings)
  })

  it('reads the text of the task in the same row', () => {
    const records = [
      record({ cumulative: 40 }, { subject: '2.4.a', area: '411200' }),
      record({ progressText: '新选取40个沿黄村' }, { subject: '2.4', area: '411200' }),
    ]
    expect(said(stageMismatch, { records })).toEqual(['warning E5 STAGE_MISMATCH'])
  })
})

describe('milestoneOverdue', () => {
  it.each([
    ['2021-05-20', false, '2021-05-26', ['warning J5 MILESTONE_OVERDUE']],
    ['2021-04-27', false, '2021-05-26', ['warning J5 MILESTONE_OVERDUE']],
    ['2021-04-26', false, '2021-05-26', ['error J5 MILESTONE_OVERDUE']],
    ['2021-04-20', true, '2021-05-26', []],
    ['2021-05-26', false, '2021-05-26', []],
    ['2021-05-31', false, '2021-05-26', []],
    ['2021-05-20', undefined, undefined, ['warning J5 MILESTONE_OVERDUE']],
  ])('answers %s, done %s, as of %s with %s', (planned, done, asOf, findings) => {
    const values = { planned, ...(done !== undefined && { done }), ...(asOf !== undefined && { asOf }) }
    expect(said(milestoneOverdue, { records: [record(values, { subject: '7.2.a', area: '411200', part: '施工招标' })] })).toEqual(findings)
  })

  it('takes a node with its actual date for done', () => {
    const one = record({ planned: '2021-04-01', actual: '2021-05-01' }, { subject: '7.2.a', area: '411200', part: '开标' })
    expect(said(milestoneOverdue, { records: [one] })).toEqual([])
  })
})

describe('a day of completion that is still to come', () => {
  const node = (values: Parameters<typeof record>[0]) => record(values, { subject: '7.2.a', area: '411200', part: '竣工' })
  const filled = (fillDate: string | undefined) => [table([5], { meta: fillDate === undefined ? {} : { fillDate } })]

  it.each<[actual: string, filled: string | undefined, asOf: string | undefined, today: string, expected: string[]]>([
    ['2021-06-18', undefined, undefined, '2021-05-28', ['warning K5 ACTUAL_AHEAD']],
    ['2021-05-30', '2021-05-26', undefined, '2021-06-02', ['warning K5 ACTUAL_AHEAD']],
    ['2021-05-30', undefined, '2021-05-26', '2021-06-02', ['warning K5 ACTUAL_AHEAD']],
    ['2021-05-30', '2021-05-31', '2021-05-26', '2021-06-02', []],
    ['2021-05-26', '2021-05-26', undefined, '2021-05-26', []],
    ['2021-05-20', undefined, undefined, '2021-05-28', []],
  ])('%s, filled in on %s, as of %s, on %s: %j', (actual, fillDate, asOf, today, expected) => {
    const one = node({ actual, ...(asOf && { asOf }) })
    expect(said(actualAhead, { records: [one], tables: filled(fillDate), context: { year: 2021, today } })).toEqual(expected)
  })

  it('makes no node done, and so it is late, and no flag that says so wrong', () => {
    const late = node({ planned: '2021-05-01', actual: '2021-06-18', done: false })
    const on = { records: [late], context: { year: 2021, today: '2021-05-28' } }
    expect(said(milestoneOverdue, on)).toHaveLength(1)
    const flag = [fact('P5', 'completed_flag', '否', { record: keyOf(late) })]
    expect(said(statusContradiction, { ...on, cells: flag })).toEqual([])
    expect(said(statusContradiction, { records: [late], cells: flag, context: { year: 2021, today: '2021-06-18' } })).toHaveLength(1)
  })
})

describe('statusContradiction', () => {
  it.each<[ColumnField, string, number, string[]]>([
    ['completed_flag', '是', 146, ['warning P5 STATUS_CONTRADICTION']],
    ['completed_flag', '否', 300, ['warning P5 STATUS_CONTRADICTION']],
    ['completed_flag', '是', 300, []],
    ['started_flag', '否', 3, ['warning P5 STATUS_CONTRADICTION']],
    ['started_flag', '否', 0, []],
    ['on_schedule_flag', '是', 30, ['warning P5 STATUS_CONTRADICTION']],
    ['on_schedule_flag', '否', 146, ['warning P5 STATUS_CONTRADICTION']],
    ['on_schedule_flag', '是', 146, []],
    ['on_schedule_flag', '是', 122, []],
    ['on_schedule_flag', '否', 122, []],
    ['status', '已完成', 146, ['warning P5 STATUS_CONTRADICTION']],
    ['status', '推进中', 146, []],
  ])('answers %s %s beside %d of 300 with %s', (field, value, cumulative, findings) => {
    const one = record({ target: 300, cumulative, asOf: '2021-05-26' })
    expect(said(statusContradiction, { records: [one], cells: [fact('P5', field, value, { record: keyOf(one) })] })).toEqual(findings)
  })
})

describe('carryOver', () => {
  it('says a column once, at its first figure, with its range', () => {
    const cells = [5, 6, 7].map((row) => fact(`D${row}`, 'carry_over', 4800, { record: 'r' }))
    const found = carryOver(facts({ cells, tables: [table([5, 6, 7])] }))
    expect(found).toMatchObject([{ cell: 'D5', code: 'CARRY_OVER', cells: ['D5:D7'] }])
  })

  it('says nothing of an empty column', () => {
    expect(said(carryOver, { cells: [fact('D5', 'carry_over', null, { record: 'r' })] })).toEqual([])
  })
})

describe('indicatorSplit', () => {
  it('names the indicators that the figures of one row went to', () => {
    const rows = [record({ cumulative: 2 }, { subject: '1.b' }), record({ cumulative: 0 }, { subject: '1.c', area: '411203' })]
    expect(said(indicatorSplit, { records: rows })).toEqual(['info B5 INDICATOR_SPLIT'])
    expect(said(indicatorSplit, { records: rows.slice(1) })).toEqual([])
  })
})

describe('notRead', () => {
  it.each<['unreadable' | 'measure', string[]]>([
    ['unreadable', ['warning E5 NOT_READ']],
    ['measure', []],
  ])('answers a cell refused as %s with %s', (refused, findings) => {
    expect(said(notRead, { cells: [fact('E5', 'cumulative', '完成3场，计划100场', { refused })] })).toEqual(findings)
  })
})
