import { describe, expect, it } from 'vitest'
import { alarmsOf, figuresOf, readRows } from './readRows.ts'

const read = (...rows: readonly (readonly string[])[]) => readRows(['工作内容', '进展情况'], rows)
const figures = (reading: ReturnType<typeof read>) => [3, 4].flatMap((row) => figuresOf(reading, row))

describe('rows of one task with a text each', () => {
  it.each<readonly [first: string, second: string, alarms: readonly string[]]>([
    ['已发布公告，报名1200人', '累计竣工80套', ['B3 TEXT_NO_FIGURE']],
    ['正在面试', '累计竣工80套', ['B3 TEXT_NO_FIGURE']],
    ['聘用60名，已全部到岗', '主体封顶，正在装修', ['B4 TEXT_NO_FIGURE']],
    ['聘用60名，已全部到岗', '累计竣工80套', []],
    ['正在面试', '主体封顶，正在装修', ['B3 TEXT_NO_FIGURE', 'B4 TEXT_NO_FIGURE']],
  ])('says of which no figure is told: %s | %s', (first, second, alarms) => {
    const reading = read(['招聘农村特岗教师60名', first], ['新建教师周转宿舍107套', second])
    expect(alarmsOf(reading).toSorted()).toEqual(alarms)
  })

  it('says it in the same way where the first of them is the other one', () => {
    const reading = read(['新建教师周转宿舍107套', '累计竣工80套'], ['招聘农村特岗教师60名', '报名1200人，已组织笔试'])
    expect(alarmsOf(reading)).toEqual(['B4 TEXT_NO_FIGURE'])
  })

  it('says it of the one of two indicators that the only row leaves out', () => {
    const reading = read(['新建农村公路300公里，完成280个自然村通硬化路', '建成231公里'], ['开通5G基站986个', '开通768个'])
    expect(figures(reading)).toEqual(['7.1.a 231', '7.1.b confirm', '6.2.a 768'])
    expect(alarmsOf(reading)).toEqual(['B3 TEXT_NO_FIGURE'])
  })

  it.each([
    [
      ['完成城镇老旧小区改造2.9万户', '完工1.87万户，占年度任务的64.5%'],
      ['开工建设385个智慧安防小区', '已开工312个，占目标任务的84%'],
      'B4',
    ],
    [
      ['开工建设385个智慧安防小区', '已开工312个，占目标任务的84%'],
      ['完成城镇老旧小区改造2.9万户', '完工1.87万户，占年度任务的64.5%'],
      'B3',
    ],
    [['整治窨井设施7000个', '整治5236个，占75%'], ['开工建设385个智慧安防小区', '已开工312个，占目标任务的84%'], 'B4'],
  ])('points at the text that states a wrong percentage, once: %j, %j', (first, second, cell) => {
    expect(alarmsOf(read(first, second)).filter((alarm) => alarm.includes('PCT'))).toEqual([`${cell} PCT_MISMATCH`])
  })
})

describe('people who were taken on', () => {
  it.each([
    '5000余人报名，经笔试、面试、体检，聘用60名',
    '聘任特岗教师60名，9月1日到岗',
    '已录取60名',
    '招录60名，岗前培训结束',
    '入职60名',
  ])('are the figure of 招聘: %s', (text) => {
    expect(figuresOf(read(['招聘农村特岗教师60名', text]), 3)).toEqual(['3.a 60'])
  })

  it.each(['拟聘用60名', '计划录取60名'])('are none before they are: %s', (text) => {
    const reading = read(['招聘农村特岗教师60名', text])
    expect(figuresOf(reading, 3)).toEqual(['3.a missing'])
    expect(alarmsOf(reading)).toEqual(['B3 TEXT_NO_FIGURE'])
  })
})
