import { describe, expect, it } from 'vitest'
import { numberFromScaled } from '../../../../shared/quantity/scaled.ts'
import { alarmsOf, readRows } from './readRows.ts'

const read = (task: string, target: string, done: string, rate: string | null = null) =>
  readRows(
    ['序号', '工作任务', '目标', '完成数', '完成率'],
    [
      [1, task, target, done, rate],
      [2, '“消夏音乐季”广场文艺演出', 100, 58, '58%'],
    ],
  )

/** "65 of 107, 60.7%": what the records of the first row say. */
const saidBy = (reading: ReturnType<typeof read>) =>
  reading.records
    .filter(({ origin }) => origin.row === 3)
    .map(({ values: { target, cumulative, statedPercent } }) => {
      const [whole, figure, rate] = [target, cumulative, statedPercent].map((value) => (value == null ? '–' : numberFromScaled(value)))
      return `${figure} of ${whole}${rate === '–' ? '' : `, ${rate}%`}`
    })

describe('a target of several figures', () => {
  it.each<readonly [task: string, target: string, done: string, said: string]>([
    ['新建教师周转宿舍', '新建82套，改造25套', '30套', '30 of 107'],
    ['新建教师周转宿舍', '新建82套，改造25套', '新建40套，改造20套', '60 of 107'],
    ['新建农村公路', '新建180公里、改建120公里', '146公里', '146 of 300'],
    ['市区新建换热站', '新建6座；扩建3座；改造1座', '6座', '6 of 10'],
    ['新建农村公路', '全年300公里，上半年150公里', '146公里', '146 of 300'],
    ['新建农村公路', '上半年150公里，全年300公里', '146公里', '146 of 300'],
    ['新建农村公路', '300公里，其中改建120公里', '146公里', '146 of 300'],
    ['整治窨井设施', '7000个（其中市区2200个）', '5210个', '5210 of 7000'],
  ])('%s: %s, %s', (task, target, done, said) => {
    const reading = read(task, target, done)
    expect(saidBy(reading)).toEqual([said])
    expect(alarmsOf(reading)).toEqual([])
  })

  it.each<readonly [task: string, target: string, done: string, said: string, cell: string]>([
    // places and not kinds of work: they may overlap, or be some of all
    ['新建教师周转宿舍', '东片82套，西片20套', '30套', '30 of –', 'C3'],
    ['新建教师周转宿舍', '新建约82套，改造25套', '30套', '30 of –', 'C3'],
    ['新建教师周转宿舍', '新建82套，新建25套', '30套', '30 of –', 'C3'],
    // done in kinds that the target does not know
    ['新建教师周转宿舍', '107套', '新建40套，改造20套', '– of 107', 'D3'],
    ['新建教师周转宿舍', '新建82套，改造25套', '新建40套，修缮20套', '– of 107', 'D3'],
  ])('that is no sum is not read: %s: %s, %s', (task, target, done, said, cell) => {
    const reading = read(task, target, done)
    expect(saidBy(reading)).toEqual([said])
    expect(alarmsOf(reading)).toContain(`${cell} NOT_READ`)
  })
})

describe('a figure with its rate', () => {
  it.each<readonly [done: string, said: string]>([
    ['完成5210个，占任务的74.4%', '5210 of 7000, 74.4%'],
    ['5210个，占年度目标74.4%', '5210 of 7000, 74.4%'],
    ['5210个，完成率74.4%', '5210 of 7000, 74.4%'],
    ['5210个（占比74.43%）', '5210 of 7000, 74.43%'],
    ['74.4%（5210个）', '5210 of 7000, 74.4%'],
    ['已完成5210个/74.4%', '5210 of 7000, 74.4%'],
    // another percentage than that of the target
    ['5210个，同比增长12%', '5210 of 7000'],
    ['5210个，开工率95%', '5210 of 7000'],
  ])('%s', (done, said) => {
    const reading = read('整治窨井设施', '7000个', done)
    expect(saidBy(reading)).toEqual([said])
    expect(alarmsOf(reading)).toEqual([])
  })

  it.each<readonly [rate: string, said: readonly string[], alarms: readonly string[]]>([
    ['68.3%、77%', ['4.1 of 6, 68.3%', '7.7 of 10, 77%'], []],
    ['68.3%/77%', ['4.1 of 6, 68.3%', '7.7 of 10, 77%'], []],
    ['77%、68.3%', ['4.1 of 6, 77%', '7.7 of 10, 68.3%'], ['E3 PCT_MISMATCH', 'E3 PCT_MISMATCH']],
    ['73.8%', ['4.1 of 6', '7.7 of 10'], ['E3 SUBJECT_AMBIGUOUS']],
  ])('of two records in one cell: %s', (rate, said, alarms) => {
    const reading = read('供热管网及燃气管道', '6公里、10公里', '4.1公里、7.7公里', rate)
    expect(saidBy(reading)).toEqual(said)
    expect(alarmsOf(reading)).toEqual(alarms)
  })
})
