import { describe, expect, it } from 'vitest'
import { cityFigure } from '../../../shared/consolidation/cityFigure.ts'
import { consolidate } from '../../../shared/consolidation/consolidate.ts'
import { register2021 as register } from '../../../shared/register/register2021.ts'
import { buildCircular, circularText } from '../../../shared/report/buildCircular.ts'
import { buildReminders } from '../../../shared/report/buildReminders.ts'
import { demoConsolidation } from '../../../shared/report/demoConsolidation.ts'
import { countLights, lightTable } from '../../../shared/report/lightTable.ts'
import { milestoneLights } from '../../../shared/report/milestoneLights.ts'
import type { ServerRecord } from '../../../shared/wire/sync.ts'
import { row } from '../consolidation/row.ts'

const of = (records: readonly ServerRecord[]) => consolidate(register, records, { period: '2021-05', asOfSeq: 3, era: 'e' })

describe('the lights of the demo at the end of May', () => {
  const lit = lightTable(register, demoConsolidation(), '2021-05-31')
  const withLight = (light: string) => lit.filter((one) => one.light === light).map((one) => one.indicator.id)

  it('judge all 30 quantified indicators', () => {
    expect(lit).toHaveLength(30)
    expect(withLight('red')).toEqual(['2.2.a', '8.3.a'])
    expect(withLight('yellow')).toEqual(['6.1.a', '7.3.a', '8.1.a', '8.1.b'])
    expect(withLight('green')).toEqual(['2.3.a', '3.b', '6.1.c', '7.1.a', '7.1.b', '8.2.a'])
    expect(countLights(lit)).toEqual({ blue: 0, green: 6, yellow: 4, red: 2, grey: 18 })
  })

  it('take the city’s stated row only where no county row came', () => {
    const found = (records: readonly ServerRecord[]) => cityFigure(of(records).indicators.find((one) => one.indicator === '7.1.a'))
    const city = row('jiaotong', '7.1.a', '411200', { cumulative: 146 })
    expect(found([city])).toEqual({ value: 1_460_000, percent: 486_700, statedOnly: true })
    expect(found([city, row('jiaotong', '7.1.a', '411202', { cumulative: 9 })])).toEqual({
      value: 90_000,
      percent: 30_000,
      statedOnly: false,
    })
    expect(found([])).toEqual({ value: null, percent: null, statedOnly: false })
    expect(cityFigure(undefined).value).toBeNull()
  })
})

describe('the lights of milestones', () => {
  const at = (on: string, records: readonly ServerRecord[]) =>
    milestoneLights(register, records, on).find((one) => one.indicator.id === '7.2.a')?.light
  const node = (part: string, values: Record<string, string | boolean>) => row('zhujian', '7.2.a', '411200', values, { part })
  const nodes = [node('施工招标', { planned: '2021-05-31', done: false }), node('完工', { planned: '2021-08-31', done: false })]

  it.each([
    ['2021-05-20', 'green'],
    ['2021-05-25', 'yellow'],
    ['2021-05-31', 'yellow'],
    ['2021-06-01', 'red'],
  ])('by planned days: on %s %s', (on, color) => expect(at(on, nodes)).toBe(color))

  it('see a node done by flag, day or stage, and all of them as blue', () => {
    const done = [node('施工招标', { planned: '2021-05-31', actual: '2021-05-30' }), node('完工', { stage: 'completed' })]
    expect(at('2021-06-01', done)).toBe('blue')
    expect(at('2021-06-01', [node('施工招标', { planned: '2021-05-31', done: true }), node('完工', { planned: '2021-08-31' })])).toBe(
      'green',
    )
  })

  it('are grey without a word, and not linear with a text alone', () => {
    expect(at('2021-05-31', [])).toBe('grey')
    expect(at('2021-08-20', [row('zhujian', '7.2', '411200', { progressText: '在评审。' })])).toBe('green')
    expect(milestoneLights(register, [], '2021-05-31')).toHaveLength(12)
  })

  it('stand in the circular beside the quantified ones', () => {
    const text = circularText(buildCircular({ register, consolidation: of(nodes), on: '2021-06-01', records: nodes }))
    expect(text).toContain('；12项节点任务中，蓝灯0项、绿灯0项、黄灯0项、红灯1项、灰灯11项。')
    expect(text).toContain('崤山路崤函小学门口新建过街天桥（已逾期）')
  })
})

describe('the circular', () => {
  it('tells lights, who is behind, what and who is silent', () => {
    const text = circularText(buildCircular({ register, consolidation: demoConsolidation(), on: '2021-05-31' }))
    expect(text).toContain('关于2021年5月重点民生实事进展情况的通报')
    expect(text).toContain('30项量化指标中，蓝灯0项、绿灯6项、黄灯4项、红灯2项、灰灯18项。')
    expect(text).toContain('“消夏音乐季”广场文艺演出（完成3%，时序41.37%）')
    expect(text).toContain('等18项。')
    expect(text).toContain('四、尚无数据的单位：湖滨区人民政府')
    expect(text).not.toContain('排名')
  })

  it('ranks counties as soon as one has a figure', () => {
    const records = [row('jiaotong', '7.1.a', '411224', { cumulative: 45, target: 90 })]
    expect(circularText(buildCircular({ register, consolidation: of(records), on: '2021-05-31' }))).toContain('第1名　卢氏县　50%')
  })
})

describe('the circular with the period before', () => {
  it('tells what moved, furthest first, and who reported when', () => {
    const month = (roads: number, plays: number) =>
      of([row('jiaotong', '7.1.a', '411224', { cumulative: roads }), row('wenlv', '2.3.a', '411200', { cumulative: plays })])
    const submissions = { due: 23, reported: 20, onTime: 18, late: 2, missing: 3 }
    const text = circularText(
      buildCircular({ register, consolidation: month(41, 130), before: month(44, 100), submissions, on: '2021-05-31' }),
    )
    expect(text).toContain('二、报送情况：应报23家，已报（确认报齐）20家，其中按时18家、逾期2家；未报齐3家。')
    expect(text).toContain('三、较上期进展：政府采购百场戏新增30场（10个百分点）、新建农村公路减少3公里（-1个百分点）。')
    expect(text).toContain('四、进度滞后')
  })
})

describe('reminders', () => {
  const records = [row('nongye', '9.5', '411200', { progressText: '已发布。' }), row('canlian', '8.2.a', '411200', { cumulative: 689 })]
  const at = (today: string) => buildReminders(register, of(records), '2021-05-30', today)

  it('go out from three days before the deadline, only to who lacks something', () => {
    expect(at('2021-05-26')).toEqual([])
    const sent = at('2021-05-27')
    expect(sent.some((one) => one.reporter === 'nongye' || one.reporter === 'ducha')).toBe(false)
    expect(sent.find((one) => one.reporter === 'canlian')?.text).toBe(
      '市残联：\n2021年5月重点民生实事进展情况，贵单位尚有以下2项未报送，请于2021年5月30日前报送：\n（1）8.2 进展情况（文字）\n（2）8.2.b 有需求残疾儿童应救尽救',
    )
  })

  it('name the counties that a department’s rows lack, and say how late it is', () => {
    const text = at('2021-06-02').find((one) => one.reporter === 'jiaotong')?.text
    expect(text).toContain('报送截止日期为2021年5月30日，现已逾期3天，请立即补报')
    expect(text).toContain('（2）7.1.a 新建农村公路（湖滨区、陕州区、渑池县、卢氏县、义马市、灵宝市）')
  })
})
