import { describe, expect, it } from 'vitest'
import { normaliseHeading } from '../../../../shared/sheet/headings/normaliseHeading.ts'

describe('normaliseHeading', () => {
  it.each([
    ['备  注', '备注', []],
    ['责 任\n单 位', '责任单位', []],
    ['完成比例(%)', '完成比例', ['%']],
    ['农村公路（公里）', '农村公路', ['公里']],
    ['进展情况\n（截至5月26日）', '进展情况', ['截至5月26日']],
    ['年度计划投资（万元)', '年度计划投资', ['万元']],
    ['计划投资额(万元', '计划投资额', ['万元']],
    ['县（市、区）', '县(市、区)', []],
    ['其中：2020年续建', '续建', []],
    ['2021年度目标', '目标', []],
    ['1-5月累计完成', '累计完成', []],
    ['截至5月底完成情况', '累计完成情况', []],
    ['5月份完成数', '本月完成数', []],
  ])('reads %j', (text, core, hints) => {
    const heading = normaliseHeading(text)
    expect([heading.core, heading.hints]).toEqual([core, hints])
  })

  it.each([
    ['3月', { last: 3, range: false }],
    ['1-4月累计', { last: 4, range: true }],
    ['截至5月底', { last: 5, range: true }],
    ['年度目标', undefined],
  ])('knows the months of %j', (text, month) => {
    expect(normaliseHeading(text).month).toEqual(month)
  })
})
