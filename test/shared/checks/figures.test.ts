import { describe, expect, it } from 'vitest'
import { belowZero } from '../../../shared/checks/belowZero.ts'
import { decreasedCumulative } from '../../../shared/checks/decreasedCumulative.ts'
import { duplicateRow } from '../../../shared/checks/duplicateRow.ts'
import { jumpSuspect } from '../../../shared/checks/jumpSuspect.ts'
import { notReported } from '../../../shared/checks/notReported.ts'
import { overTarget } from '../../../shared/checks/overTarget.ts'
import { overTargetSuspect } from '../../../shared/checks/overTargetSuspect.ts'
import { fact, facts, keyOf, record, said, table } from './sheetFacts.ts'

describe('decreasedCumulative', () => {
  it.each([
    [{ previous: 520, cumulative: 480 }, ['error E5 DECREASED_CUMULATIVE']],
    [{ previous: 520, cumulative: 480, remark: '核减40户' }, []],
    [{ previous: 520, cumulative: 520 }, []],
    [{ previous: 520, cumulative: 0 }, ['error E5 DECREASED_CUMULATIVE']],
    [{ cumulative: 480 }, []],
    [{ previous: 520 }, []],
  ])('answers %j with %s', (values, findings) => {
    expect(said(decreasedCumulative, { records: [record(values)] })).toEqual(findings)
  })

  it('compares with the last accepted period where the sheet has no such column', () => {
    const context = { year: 2021, earlier: [record({ cumulative: 520 })] }
    expect(said(decreasedCumulative, { records: [record({ cumulative: 480 })], context })).toEqual(['error E5 DECREASED_CUMULATIVE'])
    expect(said(decreasedCumulative, { records: [record({ cumulative: 480 }, { area: '411203' })], context })).toEqual([])
  })

  it('compares with the newest period that has the figure, and names it', () => {
    const context = {
      year: 2021,
      period: '2021-06',
      earlier: [
        { ...record({ cumulative: 400 }), period: '2021-03' },
        { ...record({ remark: '未统计' }), period: '2021-05' },
        { ...record({ cumulative: 520 }), period: '2021-04' },
      ],
    }
    const [found] = decreasedCumulative(facts({ records: [record({ cumulative: 480 })], context }))
    expect(found?.params).toEqual({ previous: '520', cumulative: '480', source: 'period', period: '2021-04' })
    const written = [record({ previous: 470, cumulative: 480 })]
    expect(decreasedCumulative(facts({ records: written, context }))[0]?.params.period).toBe('2021-04')
    expect(said(decreasedCumulative, { records: [record({ cumulative: 520 })], context })).toEqual([])
  })

  it('lets an indicator fall that is meant to', () => {
    expect(said(decreasedCumulative, { records: [record({ previous: 5, cumulative: 3 }, { subject: '1.a', area: '411200' })] })).toEqual([])
  })
})

describe('belowZero', () => {
  it.each([
    [{ target: 20, cumulative: -3 }, ['error E5 BELOW_ZERO']],
    [{ target: -20, cumulative: 3 }, ['error C5 BELOW_ZERO']],
    [{ cumulative: -1, denominator: -6173 }, ['error E5 BELOW_ZERO', 'error I5 BELOW_ZERO']],
    [{ target: 20, cumulative: 0 }, []],
    [{ target: 20, cumulative: 17, periodValue: -3 }, []],
  ])('answers %j with %s', (values, findings) => {
    expect(said(belowZero, { records: [record(values)] })).toEqual(findings)
  })
})

describe('overTarget and overTargetSuspect', () => {
  it.each([
    [{ target: 140, cumulative: 148 }, ['info E5 OVER_TARGET']],
    [{ target: 140, cumulative: 140 }, []],
    [{ target: 5200, previous: 700, cumulative: 10_400 }, ['error E5 OVER_TARGET_SUSPECT']],
    [{ target: 5200, previous: 5000, cumulative: 10_400 }, ['info E5 OVER_TARGET']],
    [{ target: 5200, cumulative: 10_400 }, ['info E5 OVER_TARGET']],
    [{ target: 5200, previous: 0, cumulative: 10_400 }, ['info E5 OVER_TARGET']],
    [{ target: 0, cumulative: 3 }, []],
    [{ cumulative: 400 }, []],
  ])('answer %j with %s', (values, findings) => {
    expect([overTargetSuspect, overTarget].flatMap((check) => said(check, { records: [record(values)] }))).toEqual(findings)
  })

  it('suspect a figure that a second row contradicts', () => {
    const records = [record({ target: 5200, cumulative: 10_400 }), record({ target: 5200, cumulative: 1040 }, { row: 6 })]
    expect(said(overTargetSuspect, { records, tables: [table([5, 6])] })).toEqual(['error E5 OVER_TARGET_SUSPECT'])
  })

  it('measure a figure of the whole city against the registered target', () => {
    expect(said(overTarget, { records: [record({ cumulative: 301 }, { area: '411200' })] })).toEqual(['info E5 OVER_TARGET'])
  })
})

describe('duplicateRow', () => {
  const tables = [table([5, 6])]
  it.each([
    [{ cumulative: 10_400 }, { cumulative: 1040 }, '', ['error A6 DUPLICATE_ROW']],
    [{ cumulative: 1040 }, { cumulative: 1040 }, '', []],
    [{ cumulative: 92 }, { cumulative: 128 }, '配网二批', []],
    [{ cumulative: 1040 }, { target: 1040 }, '', ['error A6 DUPLICATE_ROW']],
  ])('compares %j with %j of part %j', (first, second, part, findings) => {
    expect(said(duplicateRow, { tables, records: [record(first), record(second, { row: 6, part })] })).toEqual(findings)
  })

  it('says a row once, though several of its indicators differ, and which rows are meant', () => {
    const records = ['7.1.a', '7.1.b'].flatMap((subject) => [
      record({ cumulative: 1 }, { subject }),
      record({ cumulative: 2 }, { subject, row: 6 }),
    ])
    const found = duplicateRow(facts({ tables, records }))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ params: { rows: ['5', '6'] }, record: '7.1.a|411202|' })
  })

  it('lets two tables of a sheet speak of the same', () => {
    const both = [table([5]), table([6], { id: 't2' })]
    expect(said(duplicateRow, { tables: both, records: [record({ cumulative: 1 }), record({ cumulative: 2 }, { row: 6 })] })).toEqual([])
  })
})

describe('notReported', () => {
  it.each([
    ['a blank beside a target', record({ target: 12 }, { blank: ['cumulative'] }), ['warning E5 NOT_REPORTED']],
    ['0', record({ target: 12, cumulative: 0 }), []],
    ['no such column', record({ target: 12 }), []],
    ['未开工', record({ target: 12, stage: 'not_started' }, { blank: ['cumulative'] }), []],
    ['a county without a target', record({}, { blank: ['cumulative', 'target'] }), []],
    ['a blank of a milestone', record({}, { subject: '8.4.a', area: '411200', blank: ['cumulative'] }), []],
    ['a blank beside a rate', record({ statedPercent: 71.36 }, { subject: '8.1.c', area: '411200', blank: ['cumulative'] }), []],
    ['a blank period figure', record({ target: 12 }, { blank: ['periodValue'] }), ['warning D5 NOT_REPORTED']],
  ])('answers %s with the right finding', (_, one, findings) => {
    expect(said(notReported, { records: [one] })).toEqual(findings)
  })

  it('leaves a refused figure to its own finding', () => {
    const one = record({ target: 100 }, { subject: '2.1.a', area: '411200', blank: ['cumulative'] })
    const cells = [fact('E5', 'cumulative', '100个行政村', { record: keyOf(one), indicator: '2.1.a', refused: 'measure' })]
    expect(said(notReported, { records: [one], cells })).toEqual([])
  })
})

describe('money beside that of the period before, in 万元', () => {
  const yuan = (tenThousands: number) => tenThousands * 10_000
  const stored = (investDone: number) => ({ year: 2021, earlier: [{ ...record({ investDone: yuan(investDone) }), period: '2021-04' }] })
  const money = (now: number, more: Parameters<typeof record>[0] = {}) => record({ investDone: yuan(now), ...more })
  const saidOf = (last: number, now: number, more = {}) => {
    const all = { records: [money(now, more)], context: stored(last) }
    return [...said(decreasedCumulative, all), ...said(jumpSuspect, all)].map((line) => line.replace(/^(\w+) \w+ /, '$1 '))
  }

  it.each<readonly [last: number, now: number, more: Parameters<typeof record>[0], findings: readonly string[]]>([
    [2610, 2160, {}, ['error DECREASED_CUMULATIVE']],
    [2610, 2160, { remark: '核减审计扣除部分' }, []],
    [2610, 2609.6, {}, []],
    [2610, 2610, {}, []],
    [2610, 0.261, {}, ['error DECREASED_CUMULATIVE']],
    [190, 1_900_000, {}, ['warning JUMP_SUSPECT']],
    [190, 19_000, { investPlan: 30_000_000 }, ['warning JUMP_SUSPECT']],
    [190, 2100, { investPlan: 30_000_000 }, []],
    [190, 19_000, {}, []],
    [0, 19_000, {}, []],
    [0.4, 1900, {}, []],
  ])('%d, now %d with %j: %j', (last, now, more, findings) => {
    expect(saidOf(last, now, more)).toEqual(findings)
  })

  it('names the period, and says nothing in a first report', () => {
    const [found] = decreasedCumulative(facts({ records: [money(2160)], context: stored(2610) }))
    expect(found?.params).toEqual({ previous: '2610', cumulative: '2160', unit: '万元', source: 'period', period: '2021-04' })
    expect(found?.field).toBe('investDone')
    const first = { records: [money(1_900_000)], context: { year: 2021 } }
    expect([...said(decreasedCumulative, first), ...said(jumpSuspect, first)]).toEqual([])
  })
})
