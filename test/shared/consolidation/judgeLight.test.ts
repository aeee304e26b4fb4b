import { describe, expect, it } from 'vitest'
import { expectedPercent } from '../../../shared/consolidation/expectedPercent.ts'
import { judgeLight, type LightInput, type LightNode } from '../../../shared/consolidation/judgeLight.ts'
import { hasLight, shownLight } from '../../../shared/consolidation/light.ts'
import { asScaled } from '../../../shared/quantity/scaled.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'

const indicator = (id: string) => {
  const found = register.indicators.find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}

describe('lights', () => {
  const input = (id: string, cumulative: number | null, more: Partial<LightInput> = {}): LightInput => ({
    indicator: indicator(id),
    cumulative: cumulative === null ? null : asScaled(cumulative * 10_000),
    percent: null,
    reported: cumulative !== null ? 'reported' : 'nothing',
    on: '2021-05-31',
    ...more,
  })
  const milestone = (nodes: readonly LightNode[], on = '2021-05-31') => input('7.2.a', null, { reported: 'reported', nodes, on })

  const rate = (percent: number, more: Partial<LightInput> = {}): LightInput =>
    input('9.1.b', null, { percent: asScaled(percent * 10_000), reported: 'reported', ...more })
  const zero = { value: asScaled(0), op: '>=', opExplicit: false, raw: '0' } as const
  const bareZero = { ...indicator('1.a'), target: zero }
  const most = { value: asScaled(100_000), op: '<=', opExplicit: true, raw: '不超过10' } as const
  const exact = { ...indicator('2.3.a'), target: { value: asScaled(3_000_000), op: '==', opExplicit: true, raw: '300' } } as const
  const limit = (cumulative: number, more: Partial<LightInput> = {}): LightInput => ({
    ...input('2.3.a', cumulative, more),
    indicator: { ...indicator('2.3.a'), target: most },
  })

  it('expect the elapsed share of the year, 41.37 % at the end of May', () => {
    expect(expectedPercent('2021-05-31')).toBe(413_700)
    expect(expectedPercent('2021-12-31')).toBe(1_000_000)
    expect(expectedPercent('2024-12-31')).toBe(1_000_000)
  })

  it('expect the last point of a plan that is due', () => {
    const plan = [
      { date: '2021-06-30', percent: asScaled(500_000) },
      { date: '2021-03-31', percent: asScaled(200_000) },
    ]
    expect(['2021-02-01', '2021-05-31', '2021-06-30'].map((on) => expectedPercent(on, plan))).toEqual([0, 200_000, 500_000])
  })

  it.each<[string, LightInput, string, string]>([
    ['a met target', input('2.3.a', 300), 'blue', 'done'],
    ['an exceeded target', input('8.2.a', 701), 'blue', 'done'],
    ['no report', input('2.3.a', null), 'grey', 'notReported'],
    ['146 of 300', input('7.1.a', 146), 'green', 'onSchedule'],
    ['less than 10 points behind', input('2.3.a', 95), 'green', 'onSchedule'],
    ['10 points behind', input('2.3.a', 94), 'yellow', 'behind'],
    ['30 points behind', input('2.3.a', 35), 'yellow', 'behind'],
    ['more than 30 points behind', input('2.3.a', 34), 'red', 'behind'],
    ['2.2.a at 3 of 100', input('2.2.a', 3), 'red', 'behind'],
    ['what is to be exactly 300, at 301', input('2.3.a', 301, { indicator: exact }), 'yellow', 'overshot'],
    ['what is to be exactly 300, at 300', input('2.3.a', 300, { indicator: exact }), 'blue', 'done'],
    ['what is to be exactly 300, below it', input('2.3.a', 146, { indicator: exact }), 'green', 'onSchedule'],
    ['once red, made up since', input('7.1.a', 146, { onceRed: true }), 'yellow', 'madeUp'],
    ['once red and done', input('7.1.a', 300, { onceRed: true }), 'blue', 'done'],
    ['a deadline within 7 days', input('2.3.a', 299, { on: '2021-12-24' }), 'yellow', 'dueSoon'],
    ['a deadline in 8 days', input('2.3.a', 299, { on: '2021-12-23' }), 'green', 'onSchedule'],
    ['overdue', input('2.3.a', 299, { on: '2022-01-01' }), 'red', 'overdue'],
    ['its own plan', input('2.3.a', 100, { plan: [{ date: '2021-05-31', percent: asScaled(900_000) }] }), 'red', 'behind'],
    ['清零 not yet reached, by date alone', input('1.a', 4), 'green', 'notDue'],
    ['清零 whose target is a bare 0', { ...input('1.a', 4), indicator: bareZero }, 'green', 'notDue'],
    ['清零 that went up', input('1.a', 9, { moved: 50_000 }), 'yellow', 'risen'],
    ['清零 that went down', input('1.a', 4, { moved: -50_000 }), 'green', 'notDue'],
    ['清零 that went up, past its day', input('1.a', 9, { moved: 50_000, on: '2022-01-01' }), 'red', 'overdue'],
    ['a count that went up', input('7.1.a', 146, { moved: 50_000 }), 'green', 'onSchedule'],
    ['a rate of 40 against 90', rate(40), 'yellow', 'belowTarget'],
    ['a rate of 89.99 against 90', rate(89.99), 'yellow', 'belowTarget'],
    ['a rate of 40 against 90 past its day', rate(40, { on: '2022-01-01' }), 'red', 'overdue'],
    // 30 of 90 is a third of it, and a third is planned by now
    [
      'a rate that its plan is content with',
      rate(30, { plan: [{ date: '2021-05-01', percent: asScaled(333_300) }] }),
      'green',
      'onSchedule',
    ],
    ['a rate behind its plan', rate(30, { plan: [{ date: '2021-05-01', percent: asScaled(900_000) }] }), 'red', 'behind'],
    ['below a limit', limit(8), 'green', 'notDue'],
    ['below a limit a week before the end', limit(8, { on: '2021-12-29' }), 'green', 'notDue'],
    ['below a limit when the year is over', limit(10, { on: '2022-01-01' }), 'blue', 'done'],
    ['above a limit', limit(11), 'red', 'exceeded'],
    ['清零 reached', input('1.a', 0), 'blue', 'done'],
    ['a rate that meets its target', input('9.1.b', null, { percent: asScaled(925_000), reported: 'reported' }), 'blue', 'done'],
    ['words without a figure', input('2.3.a', null, { reported: 'otherOnly' }), 'grey', 'notReported'],
    ['a figure at another stage', input('2.3.a', null, { reported: 'otherStage' }), 'grey', 'notCounted'],
    ['a count without the rate', input('9.1.b', null, { reported: 'reported' }), 'grey', 'notCounted'],
    ['a milestone that says 暂无进展', input('7.2.a', null, { reported: 'noProgress' }), 'grey', 'noProgress'],
    ['清零 with a remark alone', input('1.a', null, { reported: 'otherOnly' }), 'grey', 'notReported'],
    [
      'a milestone with nothing due',
      input('7.2.a', null, { reported: 'reported', nodes: [{ planned: '2021-08-31', done: false, isLast: true }] }),
      'green',
      'notDue',
    ],
    [
      'a node due today',
      input('7.2.a', null, { reported: 'reported', nodes: [{ planned: '2021-05-31', done: false, isLast: true }] }),
      'yellow',
      'dueSoon',
    ],
    [
      'a node past its day',
      input('7.2.a', null, { reported: 'reported', nodes: [{ planned: '2021-05-30', done: false, isLast: true }] }),
      'red',
      'overdue',
    ],
    ['all nodes done', milestone([{ planned: '2021-05-30', done: true, isLast: true }]), 'blue', 'done'],
    ['all nodes done but those that nobody listed', milestone([{ planned: '2021-05-20', done: true, isLast: false }]), 'green', 'notDue'],
    ['the same past the deadline', milestone([{ planned: null, done: true, isLast: false }], '2021-09-05'), 'yellow', 'unclear'],
    ['a text alone past the deadline', milestone([], '2021-09-05'), 'yellow', 'unclear'],
    [
      'a node that is not done past the deadline',
      milestone([{ planned: null, done: false, isLast: true }], '2021-09-05'),
      'red',
      'overdue',
    ],
  ])('%s', (_, given, color, reason) => expect(judgeLight(given)).toMatchObject({ light: color, reason }))

  it('are not lit where nothing is promised', () => expect(judgeLight(input('8.1.c', null, { reported: 'reported' }))).toBeNull())

  it('follow a register’s own thresholds', () => {
    const strict = { yellowFrom: asScaled(10_000), redAbove: asScaled(50_000), dueWithinDays: 0 }
    expect(judgeLight(input('2.3.a', 110), strict)?.light).toBe('yellow')
    expect(judgeLight(input('2.3.a', 100), strict)?.light).toBe('red')
  })

  it('are only for what is promised: targets and milestones', () => {
    expect(['2.3.a', '7.2.a', '8.1.c'].map((id) => hasLight(indicator(id)))).toEqual([true, true, false])
  })

  it('show the coordinator’s own where there is one', () => {
    const judged = { light: 'red', reason: 'behind', expected: null, behind: null } as const
    const override = { light: 'yellow', reason: '演出集中在暑期', by: '督查室', at: '2021-05-31T00:00:00.000Z' } as const
    expect([shownLight({ ...judged, override: null }), shownLight({ ...judged, override })]).toEqual(['red', 'yellow'])
  })
})
