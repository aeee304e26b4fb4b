import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cityFigure, judgedFigure } from '../../../shared/consolidation/cityFigure.ts'
import { consolidate } from '../../../shared/consolidation/consolidate.ts'
import type { FoldRow } from '../../../shared/consolidation/foldRow.ts'
import { type JudgementInputs, judgeCity } from '../../../shared/consolidation/judgeCity.ts'
import { judgedOn } from '../../../shared/consolidation/judgedOn.ts'
import { shownLight } from '../../../shared/consolidation/light.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'
import { countLights } from '../../../shared/report/circular/countLights.ts'
import { consolidationSchema } from '../../../shared/wire/consolidation.ts'
import { demoConsolidation } from '../../../worker/cli/demo/demoConsolidation.ts'
import { COUNTIES, row } from './row.ts'

const period = { period: '2021-05', asOfSeq: 3, era: 'e' }
const judge = (records: readonly FoldRow[], more: Partial<JudgementInputs> = {}) =>
  judgeCity(register, records, period, {
    today: '2021-06-10',
    softDeadline: '2021-05-30',
    units: [],
    overrides: new Map(),
    before: null,
    atDeadline: null,
    ...more,
  })
const lightOf = (answer: ReturnType<typeof judge>, id: string) => answer.indicators.find((one) => one.indicator === id)?.light

describe('the demo at the end of May', () => {
  const quantified = new Set(register.indicators.filter(({ kind }) => kind === 'count' || kind === 'percent').map(({ id }) => id))
  const lit = demoConsolidation().indicators.filter((one) => one.light !== null && quantified.has(one.indicator))
  const withLight = (light: string) => lit.filter((one) => one.light && shownLight(one.light) === light).map((one) => one.indicator)

  it('has a light for each of the 30 quantified indicators', () => {
    expect(lit).toHaveLength(30)
    expect(withLight('red')).toEqual(['2.2.a', '8.3.a'])
    expect(withLight('yellow')).toEqual(['6.1.a', '7.3.a', '8.1.a', '8.1.b'])
    expect(withLight('green')).toEqual(['2.3.a', '3.b', '6.1.c', '7.1.a', '7.1.b', '8.2.a'])
    expect(countLights(lit.map(({ light }) => light))).toEqual({ blue: 0, green: 6, yellow: 4, red: 2, grey: 18 })
  })

  it('has a light for each of the 12 milestones, and none for narratives', () => {
    const kinds = new Map(register.indicators.map(({ id, kind }) => [id, kind]))
    const found = demoConsolidation().indicators
    expect(found.filter((one) => kinds.get(one.indicator) === 'milestone' && one.light !== null)).toHaveLength(12)
    expect(found.filter((one) => kinds.get(one.indicator) === 'narrative' && one.light !== null)).toEqual([])
  })
})

describe('the figure that is judged', () => {
  it('is the city’s stated row only where no county row came', () => {
    const found = (records: readonly FoldRow[]) =>
      cityFigure(consolidate(register, records, period).indicators.find((one) => one.indicator === '7.1.a'))
    const city = row('jiaotong', '7.1.a', '411200', { cumulative: 146 })
    expect(found([city])).toEqual({ value: 1_460_000, percent: 486_700, statedOnly: true })
    expect(found([city, row('jiaotong', '7.1.a', '411202', { cumulative: 9 })])).toMatchObject({ value: 90_000, statedOnly: false })
    expect(found([])).toEqual({ value: null, percent: null, statedOnly: false })
    expect(cityFigure(undefined).value).toBeNull()
  })
})

describe('the figure that a light is judged by', () => {
  const some = [row('jiaotong', '7.1.a', '411202', { cumulative: 9 })]
  const stated = row('jiaotong', '7.1.a', '411200', { cumulative: 146 })
  const judged = (records: readonly FoldRow[]) => judge(records).indicators.find(({ indicator }) => indicator === '7.1.a')

  it('is the one stated for the city where counties lack in the sum, which is shown all the same', () => {
    expect(judged(some)?.light?.light).toBe('red')
    const both = judged([...some, stated])
    expect([both?.cumulative, both?.light?.light, both?.light?.reason]).toEqual([90_000, 'green', 'onSchedule'])
    expect(judgedFigure(both)).toMatchObject({ value: 1_460_000, ofStated: true })
  })

  it('is the sum where no county lacks in it, whatever is stated beside it', () => {
    const all = COUNTIES.map((area) => row('jiaotong', '7.1.a', area, { cumulative: 9 }))
    const found = judged([...all, stated])
    expect([judgedFigure(found).ofStated, judgedFigure(found).value]).toEqual([false, 540_000])
    expect(found?.light?.light).toBe(judged(all)?.light?.light)
    expect(judgedFigure(judged(some)).ofStated).toBe(false)
    expect(judgedFigure(judged([stated]))).toMatchObject({ statedOnly: true, ofStated: false })
  })
})

describe('lights of milestones', () => {
  const at = (on: string, records: readonly FoldRow[]) => lightOf(judge(records, { today: on, softDeadline: on }), '7.2.a')?.light
  const node = (part: string, values: Record<string, string | boolean>) => row('zhujian', '7.2.a', '411200', values, { part })
  const nodes = [node('施工招标', { planned: '2021-05-31', done: false }), node('完工', { planned: '2021-08-31', done: false })]

  it.each([
    ['2021-05-20', 'green'],
    ['2021-05-25', 'yellow'],
    ['2021-05-31', 'yellow'],
    ['2021-06-01', 'red'],
  ])('go by planned days: on %s %s', (on, color) => expect(at(on, nodes)).toBe(color))

  it('see a node done by flag, day or stage, and all of them as blue', () => {
    const done = [node('施工招标', { planned: '2021-05-31', actual: '2021-05-30' }), node('完工', { stage: 'completed' })]
    expect(at('2021-06-01', done)).toBe('blue')
    const half = [node('施工招标', { planned: '2021-05-31', done: true }), node('完工', { planned: '2021-08-31' })]
    expect(at('2021-06-01', half)).toBe('green')
  })

  it('take neither a first node for the whole, nor a day still to come for one that was', () => {
    expect(at('2021-06-01', [node('施工招标', { planned: '2021-05-20', done: true })])).toBe('green')
    // a day still to come is a plan, and a plan alone is no report
    expect(at('2021-06-01', [node('完工', { actual: '2021-08-31' })])).toBe('grey')
    expect(at('2021-06-01', [node('施工招标', { done: true }), node('完工', { actual: '2021-08-31' })])).toBe('green')
    expect(at('2021-06-01', [node('施工招标', { done: true }), node('完工', { actual: '2021-05-31' })])).toBe('blue')
    expect(at('2021-06-01', [node('主体完工', { done: true })])).toBe('green')
    expect(at('2021-06-01', [node('竣工验收', { done: true })])).toBe('blue')
    expect(at('2021-06-01', [node('收尾', { planned: '2021-08-31', done: true })])).toBe('blue')
  })

  it('see the whole done by its figure', () => {
    const whole = (values: Record<string, number>) => [row('zhujian', '7.2.a', '411200', values)]
    expect(
      [whole({ cumulative: 1 }), whole({ statedPercent: 100 }), whole({ statedPercent: 60 })].map((rows) => at('2021-06-01', rows)),
    ).toEqual(['blue', 'blue', 'green'])
  })

  it('are grey without a word, and not linear with a text alone', () => {
    expect(at('2021-05-31', [])).toBe('grey')
    expect(at('2021-08-20', [row('zhujian', '7.2', '411200', { progressText: '在评审。' })])).toBe('green')
  })
})

describe('the day of judgement', () => {
  it.each([
    ['2021-05-20', '2021-05-20'],
    ['2021-05-30', '2021-05-30'],
    ['2021-05-31', '2021-05-30'],
    ['2022-02-01', '2021-05-30'],
  ])('on %s is %s', (today, on) => expect(judgedOn(today, '2021-05-30')).toBe(on))

  it('lets a past month’s lights stay what they were', () => {
    const records = [row('wenlv', '2.3.a', '411200', { cumulative: 130 })]
    const late = judge(records, { today: '2021-12-20' })
    expect(late.judgedOn).toBe('2021-05-30')
    expect(late.indicators).toEqual(judge(records, { today: '2021-05-30' }).indicators)
    expect(lightOf(late, '2.3.a')).toMatchObject({ light: 'green', expected: 411_000 })
  })
})

describe('once red and made up', () => {
  const plays = (cumulative: number) => [row('wenlv', '2.3.a', '411200', { cumulative })]

  it.each<[string, number, readonly FoldRow[] | null, string, string]>([
    ['red at the deadline, on schedule since', 130, plays(20), 'yellow', 'madeUp'],
    ['red at the deadline and still behind', 80, plays(20), 'yellow', 'behind'],
    ['red at the deadline, done since', 300, plays(20), 'blue', 'done'],
    ['yellow at the deadline, on schedule since', 130, plays(80), 'green', 'onSchedule'],
    ['silent at the deadline, reported since', 130, [], 'green', 'onSchedule'],
    ['nothing written since', 130, null, 'green', 'onSchedule'],
  ])('%s', (_, now, atDeadline, light, reason) => {
    expect(lightOf(judge(plays(now), { atDeadline }), '2.3.a')).toMatchObject({ light, reason })
  })

  it('is what a node past its day becomes when it is done late', () => {
    const node = (values: Record<string, string | boolean>) => [
      row('zhujian', '7.2.a', '411200', { planned: '2021-05-20', ...values }, { part: '招标' }),
      row('zhujian', '7.2.a', '411200', { planned: '2021-08-31' }, { part: '完工' }),
    ]
    expect(lightOf(judge(node({ done: true }), { atDeadline: node({ done: false }) }), '7.2.a')).toMatchObject({
      light: 'yellow',
      reason: 'madeUp',
    })
  })
})

describe('the whole answer', () => {
  const override = { light: 'yellow', reason: '演出集中在暑期', by: '督查室', at: '2021-06-01T01:00:00.000Z' } as const

  it('keeps the judged light beside the coordinator’s own, and has none where nothing is promised', () => {
    const answer = judge([row('wenlv', '2.2.a', '411200', { cumulative: 3 })], {
      overrides: new Map([
        ['2.2.a', override],
        ['8.1.c', override],
      ]),
    })
    expect(lightOf(answer, '2.2.a')).toMatchObject({ light: 'red', override })
    expect(lightOf(answer, '8.1.c')).toBeNull()
  })

  it('says for each unit how it stands to its own deadline', () => {
    const units = [
      { reporter: 'jiaotong', completeAt: '2021-06-01T01:00:00.000Z', extendedTo: '2021-06-03' },
      { reporter: 'wenlv', completeAt: '2021-06-01T01:00:00.000Z', extendedTo: null },
    ]
    const sent = [row('jiaotong', '7.1.a', '411202', { cumulative: 9 }), row('wenlv', '2.3.a', '411200', { cumulative: 130 })]
    const answer = judge(sent, { units })
    const of = (id: string) => answer.reporters.find(({ reporter }) => reporter === id)
    expect(of('jiaotong')).toMatchObject({ timeliness: 'onTime', deadline: '2021-06-03' })
    expect(of('wenlv')).toMatchObject({ timeliness: 'late', deadline: '2021-05-30' })
    expect(of('gongan')).toMatchObject({ timeliness: 'missing', completeAt: null })
    expect(answer.completeness).toMatchObject({ due: answer.reporters.length, partial: 2, onTime: 1, late: 1 })
  })

  const figures = fc.array(
    fc.record({
      reporter: fc.constantFrom('jiaotong', 'wenlv', 'hubin', 'shanzhou'),
      subject: fc.constantFrom('7.1.a', '7.1.b', '2.3.a', '7.1'),
      area: fc.constantFrom('411200', ...COUNTIES),
      part: fc.constantFrom('', '一批', '二批'),
      cumulative: fc.integer({ min: 0, max: 400 }),
      deleted: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  const rows = (
    list: readonly { reporter: string; subject: string; area: string; part: string; cumulative: number; deleted: boolean }[],
  ) => [
    ...new Map(
      list.map(({ reporter, subject, area, part, cumulative, deleted }) => [
        [reporter, subject, area, part].join(),
        row(reporter, subject, area, { cumulative }, { part, deleted }),
      ]),
    ).values(),
  ]

  it('fits the wire, whatever the rows, and is the same in whatever order they come', () => {
    fc.assert(
      fc.property(figures, figures, (now, then) => {
        const answer = judge(rows(now), { atDeadline: rows(then) })
        expect(consolidationSchema.safeParse(answer).error).toBeUndefined()
        expect(judge(rows(now).reverse(), { atDeadline: rows(then).reverse() })).toEqual(answer)
      }),
      { numRuns: 60 },
    )
  })

  it('follows every disagreement to rows whose figures are what it says', () => {
    fc.assert(
      fc.property(figures, (list) => {
        const records = rows(list)
        for (const one of judge(records).disagreements) {
          expect(one.difference).toBe(one.other.value - one.ofRecord.value)
          expect(one.difference).not.toBe(0)
          for (const side of [one.ofRecord, one.other]) {
            const found = side.sources.map((source) =>
              records.find(
                (record) =>
                  !record.deleted &&
                  record.subject === one.indicator &&
                  record.reporter === source.reporter &&
                  record.area === source.area &&
                  record.part === source.part,
              ),
            )
            expect(found.reduce((sum, record) => sum + Number(record?.values.cumulative), 0)).toBe(side.value)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})
