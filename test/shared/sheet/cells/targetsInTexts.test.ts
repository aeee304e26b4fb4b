import { describe, expect, it } from 'vitest'
import type { SheetReading } from '../../../../shared/pipeline/sheetReading.ts'
import { numberFromScaled } from '../../../../shared/quantity/scaled.ts'
import { alarmsOf, readRows, readTasks } from './readRows.ts'

/** "7.1.a 204 of 300" of each record of the first row. */
const saidBy = ({ records }: SheetReading): readonly string[] =>
  records
    .filter(({ origin, values }) => origin.row === 3 && values.progressText === undefined)
    .map(({ subject, values: { target, cumulative } }) => {
      const [figure, whole] = [cumulative, target].map((value) => (value == null ? '–' : numberFromScaled(value)))
      return `${subject} ${figure} of ${whole}`
    })

const readText = (task: string, text: string) =>
  readTasks(
    ['指标任务', '完成情况'],
    [
      [task, text],
      ['整治窨井设施', '已整治4116个，正在整治其他点位。'],
      ['残疾儿童康复救助', '已救助残疾儿童626人。'],
    ],
  )

describe('a target in a text', () => {
  it.each([
    ['新建农村公路', '目标300公里，已完成204公里，完成率68.0%', '7.1.a 204 of 300'],
    ['新建农村公路', '年度目标：300公里；累计完成204公里。', '7.1.a 204 of 300'],
    ['新建农村公路', '已完成204公里（目标300公里）。', '7.1.a 204 of 300'],
    ['开通5G基站', '目标968个，已完成503个，完成率52.0%', '6.2.a 503 of 968'],
    ['新建农村公路', '上半年目标150公里，全年目标300公里，已完成204公里。', '7.1.a 204 of 300'],
    ['宫颈癌免费筛查', '全年任务4.4万人，已完成3.08万人', '8.1.a 30800 of 44000'],
  ])('is the record’s: %s: %s', (task, text, said) => {
    const reading = readText(task, text)
    expect(saidBy(reading)).toEqual([said])
    expect(alarmsOf(reading).filter((alarm) => alarm.includes('PCT'))).toEqual([])
  })

  it.each([
    ['of the task that is done already', '目标任务已完成204公里。', '7.1.a 204 of –'],
    ['of next month', '已完成204公里，下月计划30公里。', '7.1.a 204 of –'],
    ['where there are two', '市定目标280公里，全年目标300公里，已完成204公里。', '7.1.a 204 of –'],
    ['of another measure', '目标28条，已完成204公里。', '7.1.a 204 of –'],
  ])('is none %s: %s', (_, text, said) => {
    expect(saidBy(readText('新建农村公路', text))).toEqual([said])
  })
})

describe('the words of a target', () => {
  const read = (name: string, target: string, done: number) =>
    readRows(
      ['序号', '项目名称', '目标任务', '完成数', '完成率'],
      [
        [1, name, target, done, null],
        [2, '整治窨井设施', '1260个', 963, '76%'],
      ],
    )

  it.each([
    ['“两癌”免费筛查', '宫颈癌9800人', 7350, '8.1.a 7350 of 9800'],
    ['“两癌”免费筛查', '乳腺癌9800人', 7350, '8.1.b 7350 of 9800'],
    ['农村电网建设', '10千伏及以下线路48千米', 36.5, '10.b 36.5 of 48'],
    ['农村电网建设', '配电台区52个', 41, '10.a 41 of 52'],
    ['新建农村公路', '不少于300公里', 204, '7.1.a 204 of 300'],
  ])('say which indicator of the name it is: %s | %s', (name, target, done, said) => {
    expect(saidBy(read(name, target, done))).toEqual([said])
  })
})

describe('a note below a table', () => {
  const asOf = (title: string, note: string) =>
    readRows(['序号', '指标名称', '目标', '累计完成'], [[1, '新建农村公路', 300, 187], [2, '整治窨井设施', 7000, 3860], [note]], { title })
      .tables[0]?.meta.asOf

  it('names the day of the figures where the title names the month alone', () => {
    expect(asOf('2021年9月民生实事进度表', '说明：本表数据由各单位报送，统计截至9月25日。')).toBe('2021-09-25')
    expect(asOf('2021年1-9月民生实事进度表', '注：数据截至9月25日。')).toBe('2021-09-25')
  })

  it('but not against a day in the title, nor for another month', () => {
    expect(asOf('民生实事进度表（截至2021年9月30日）', '注：数据截至9月25日。')).toBe('2021-09-30')
    expect(asOf('2021年9月民生实事进度表', '注：数据截至8月25日。')).toBe('2021-09-30')
  })
})

describe('what was done in the month, in a text that has the figure of the year too', () => {
  const saidOf = (text: string) =>
    readText('新建农村公路', text).records.flatMap(({ subject, values: { cumulative, periodValue } }) =>
      subject === '7.1.a' ? [[cumulative, periodValue].map((value) => (value == null ? '–' : numberFromScaled(value))).join(' with ')] : [],
    )

  it.each([
    ['本月完成农村公路27公里，累计完成187公里。', '187 with 27'],
    ['截至目前累计完成187公里，当月新增27公里。', '187 with 27'],
    // of a week, of another month, or of the month twice, it is not known to be the month's
    ['本周完成农村公路7公里，累计完成187公里。', '187 with –'],
    ['8月完成农村公路27公里，累计完成187公里。', '187 with –'],
    ['累计完成187公里。', '187 with –'],
  ])('%s: %s', (text, said) => {
    expect(saidOf(text)).toEqual([said])
  })
})

describe('the text of the last period beside this period’s', () => {
  const texts = (before: string, now: string, last = '已救助741人。', own = '已救助735人。') =>
    readTasks(
      ['工作任务', before, now],
      [
        ['残疾儿童康复救助', last, own],
        ['新建农村公路300公里', '已建成农村公路238公里。', '已建成农村公路271公里。'],
        ['整治窨井设施7000个', '已整治5420个。', '已整治6105个。'],
      ],
    )

  it('says what was done by then, so that less is found', () => {
    expect(alarmsOf(texts('1-8月推进情况', '1-9月推进情况'))).toEqual(['E3 DECREASED_CUMULATIVE'])
    expect(alarmsOf(texts('1月-8月进展', '1月-9月进展', '已救助700人。'))).toEqual([])
  })

  it('where both are told from January on, one month apart, at a stage that counts', () => {
    expect(alarmsOf(texts('8月推进情况', '9月推进情况'))).toEqual([])
    expect(alarmsOf(texts('1-6月推进情况', '1-9月推进情况'))).toEqual([])
    expect(alarmsOf(texts('1-8月推进情况', '1-9月推进情况', '计划救助741人，正在报名。'))).toEqual([])
  })
})
