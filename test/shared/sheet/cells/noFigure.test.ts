import { describe, expect, it } from 'vitest'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { alarmsOf, figuresOf, readRows } from './readRows.ts'

const read = (done: CellValue, rate: CellValue) =>
  readRows(
    ['序号', '指标', '单位', '全年目标', '累计完成', '完成率'],
    [
      [1, '城镇老旧小区改造', '户', 29_000, done, rate],
      [2, '新建农村公路', '公里', 300, 146, '48.7%'],
    ],
  )

describe('words where a figure is asked for', () => {
  it.each<readonly [done: CellValue, rate: CellValue]>([
    ['未开展', '—'],
    ['暂未开展', null],
    ['尚未开工', '0%'],
    ['尚未开工', 0],
    ['没有开始', null],
    ['待开工', null],
    ['未进场', null],
    ['未开工（征迁受阻）', null],
    ['尚未开工，计划8月开工', null],
  ])('%s, %s: not started, and nothing to ask', (done, rate) => {
    const reading = read(done, rate)
    expect(figuresOf(reading, 3)).toEqual(['4.a not_started'])
    expect(alarmsOf(reading)).toEqual([])
  })

  it.each<readonly [done: CellValue]>([
    [null],
    ['正在推进'],
    ['正在推进（预计9月完成800户）'],
    ['预计9月完成800户'],
    ['计划改造800户'],
    ['年底前完成800户'],
    ['力争完成800户'],
    ['未完成'],
    ['已完成'],
    ['暂未上报'],
    ['未报送'],
    ['暂无'],
    ['暂无数据'],
    ['待统计'],
    ['正在统计'],
    ['11月底厂家开始安排发货，预定12月初开始安装。'],
  ])('%s: no figure, and the row is told', (done) => {
    const reading = read(done, null)
    expect(figuresOf(reading, 3)).toEqual(['4.a missing'])
    expect(alarmsOf(reading)).toEqual(['E3 NOT_REPORTED'])
    const [finding] = reading.findings.filter(({ code }) => code === 'NOT_REPORTED')
    expect(finding?.params).toEqual({ indicator: '4.a', ...(done !== null && { written: done }) })
  })

  it.each<readonly [done: CellValue, figure: string]>([
    [0, '4.a 0'],
    ['0', '4.a 0'],
    ['0户', '4.a 0'],
    ['零', '4.a 0'],
    ['拟改造800户，已改造300户', '4.a 300'],
    ['已改造300户，预计9月完成800户', '4.a 300'],
  ])('%s is a figure', (done, figure) => {
    expect(figuresOf(read(done, null), 3)).toEqual([figure])
  })

  it.each<readonly [done: CellValue]>([['招标中'], ['见附件'], ['暂未上报1.2万户'], ['待统计，已过半'], ['剩余800户'], ['未开工项目12个']])(
    '%s is not read, and said',
    (done) => {
      const reading = read(done, null)
      expect(figuresOf(reading, 3).some((figure) => /\d$/u.test(figure))).toBe(false)
      expect(alarmsOf(reading).filter((alarm) => alarm.startsWith('E3'))).not.toEqual([])
    },
  )

  it('未开工 beside a percentage above 0 is no report of nothing', () => {
    const reading = read('未开工', '12%')
    expect(figuresOf(reading, 3)).toEqual(['4.a accept'])
    expect(alarmsOf(reading)).toEqual(['F3 PCT_UNVERIFIABLE'])
  })
})
