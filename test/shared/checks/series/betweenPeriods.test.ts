import { describe, expect, it } from 'vitest'
import { jumpSuspect } from '../../../../shared/checks/jumpSuspect.ts'
import { previousMismatch } from '../../../../shared/checks/previousMismatch.ts'
import { stepMismatch } from '../../../../shared/checks/stepMismatch.ts'
import { column, facts, record, said, table } from '../sheetFacts.ts'

/** What was stored for the months before 2021-06, newest first. */
const stored = (...figures: readonly (number | undefined)[]) => ({
  year: 2021,
  period: '2021-06',
  earlier: figures.flatMap((cumulative, back) =>
    cumulative === undefined ? [] : [{ ...record({ cumulative }), period: `2021-0${5 - back}` }],
  ),
})

describe('jumpSuspect', () => {
  it.each([
    [{ target: 300, cumulative: 240 }, [20], ['warning E5 JUMP_SUSPECT']],
    [{ target: 300, cumulative: 1460 }, [120], []],
    [{ target: 300, cumulative: 440 }, [120], ['warning E5 JUMP_SUSPECT']],
    [{ target: 300, cumulative: 650 }, [310], []],
    [{ target: 300, cumulative: 460 }, [0], ['warning E5 JUMP_SUSPECT']],
    [{ target: 300, cumulative: 300 }, [20], []],
    [{ target: 300, cumulative: 60 }, [5], []],
    [{ target: 10, cumulative: 8 }, [1], []],
    [{ target: 2, cumulative: 3 }, [0], ['warning E5 JUMP_SUSPECT']],
    [{ target: 1, cumulative: 2 }, [0], []],
    [{ target: 300, cumulative: 240 }, [120], []],
    [{ target: 300, cumulative: 460 }, [], []],
    [{ cumulative: 146 }, [12], ['warning E5 JUMP_SUSPECT']],
    [{ target: 300, cumulative: 240 }, [undefined, 20], ['warning E5 JUMP_SUSPECT']],
    [{ target: 300, previous: 20, cumulative: 240 }, [], ['warning E5 JUMP_SUSPECT']],
    [{ target: 300, cumulative: 240, remark: '统计口径调整' }, [20], []],
  ])('answers %j after %j with %s', (values, before, findings) => {
    expect(said(jumpSuspect, { records: [record(values)], context: stored(...before) })).toEqual(findings)
  })

  it('says what it compares with, and of which period', () => {
    const of = (cumulative: number, last: number) =>
      jumpSuspect(facts({ records: [record({ target: 300, cumulative })], context: stored(last) }))[0]?.params
    expect(of(240, 20)).toEqual({ cumulative: '240', previous: '20', times: '12', target: '300', source: 'period', period: '2021-05' })
    expect(of(460, 0)).toEqual({ cumulative: '460', previous: '0', target: '300', source: 'period', period: '2021-05' })
  })

  it('leaves rates and figures that are to fall alone', () => {
    const earlier = [{ ...record({ cumulative: 7 }, { subject: '9.1.b', area: '411200' }), period: '2021-05' }]
    const records = [record({ cumulative: 91 }, { subject: '9.1.b', area: '411200' })]
    expect(said(jumpSuspect, { records, context: { year: 2021, period: '2021-06', earlier } })).toEqual([])
  })
})

describe('stepMismatch', () => {
  it.each([
    [{ previous: 120, periodValue: 26, cumulative: 146 }, [], []],
    [{ previous: 120, periodValue: 26, cumulative: 164 }, [], ['warning E5 STEP_MISMATCH']],
    [{ previous: 120, periodValue: 26, cumulative: 147 }, [], ['warning E5 STEP_MISMATCH']],
    [{ periodValue: 26, cumulative: 164 }, [120], ['warning E5 STEP_MISMATCH']],
    [{ periodValue: 26, cumulative: 146 }, [120], []],
    // of April nothing was stored: this month's may be May's alone
    [{ periodValue: 26, cumulative: 164 }, [undefined, 120], []],
    [{ periodValue: 26, cumulative: 146 }, [], []],
    [{ previous: 12.3, periodValue: 4.35, cumulative: 16.7 }, [], []],
    [{ previous: 12.3, periodValue: 4.35, cumulative: 17.6 }, [], ['warning E5 STEP_MISMATCH']],
    [{ previous: 21_300, periodValue: 3600, cumulative: 24_800 }, [], []],
    [{ previous: 21_300, periodValue: 3600, cumulative: 28_400 }, [], ['warning E5 STEP_MISMATCH']],
    [{ previous: 120, periodValue: 26, cumulative: 140, remark: '核减6公里' }, [], []],
    [{ previous: 120, periodValue: -6, cumulative: 114 }, [], []],
  ])('answers %j after %j with %s', (values, before, findings) => {
    expect(said(stepMismatch, { records: [record(values)], context: stored(...before) })).toEqual(findings)
  })

  it('accuses nobody where most rows do not fit: the columns mean something else', () => {
    const rows = [
      [120, 26, 164],
      [80, 5, 99],
      [40, 5, 45],
    ].map(([previous = 0, periodValue = 0, cumulative = 0], at) => record({ previous, periodValue, cumulative }, { row: 5 + at }))
    expect(said(stepMismatch, { records: rows })).toEqual([])
    expect(said(stepMismatch, { records: rows.slice(1) })).toEqual(['warning E6 STEP_MISMATCH'])
  })

  it('does not add a week to a month', () => {
    const tables = [table([5], { columns: [column('D', 'period_value', { header: '本周完成' })] })]
    expect(said(stepMismatch, { tables, records: [record({ periodValue: 26, cumulative: 164 })], context: stored(120) })).toEqual([])
  })
})

describe('previousMismatch', () => {
  it.each([
    [{ previous: 120, cumulative: 146 }, [120], []],
    [{ previous: 128, cumulative: 146 }, [120], ['warning G5 PREVIOUS_MISMATCH']],
    [{ previous: 100, cumulative: 146 }, [120], ['warning G5 PREVIOUS_MISMATCH']],
    [{ previous: 128, cumulative: 146 }, [undefined, 120], []],
    [{ previous: 128, cumulative: 146 }, [], []],
    [{ previous: 128, cumulative: 146, remark: '上月数据有误，予以更正' }, [120], []],
  ])('answers %j after %j with %s', (values, before, findings) => {
    expect(said(previousMismatch, { records: [record(values)], context: stored(...before) })).toEqual(findings)
  })

  it.each(['上周累计', '去年同期', '上年完成'])('does not compare %s with last month', (header) => {
    const tables = [table([5], { columns: [column('G', 'previous_cumulative', { header })] })]
    expect(said(previousMismatch, { tables, records: [record({ previous: 128, cumulative: 146 })], context: stored(120) })).toEqual([])
  })
})
