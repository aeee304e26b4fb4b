import { describe, expect, it } from 'vitest'
import { readNarrative } from '../../../../shared/narrative/readNarrative.ts'
import { narrativeTask } from '../../../../shared/narrative/words/narrativeTask.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'

const task = narrativeTask(register2021, '7.1')
const progress = (text: string) =>
  task
    ? readNarrative(text, { year: 2021, task })
        .figures.filter(({ role }) => role === 'progress')
        .map(({ raw }) => raw)
    : []

describe('parts of the year without a whole', () => {
  const open = (text: string) =>
    task
      ? readNarrative(text, { year: 2021, task })
          .findings.filter(({ code }) => code === 'TEXT_FIGURE_OPEN')
          .map(({ params }) => params.raw)
      : []

  it.each([
    '上半年完成农村公路96公里，三季度完成85公里。',
    '1-6月完成农村公路96公里，7-9月完成85公里。',
    '截至6月底完成农村公路96公里，三季度完成85公里。',
    '上半年新建农村公路96公里，7月以来新建农村公路85公里。',
  ])('leave the figure of the year open, and say so: %s', (text) => {
    expect(progress(text)).toEqual(['96公里', '85公里'])
    expect(open(text)).toEqual([['96公里', '85公里']])
  })

  it('are open for two quarters too', () => {
    const text = '一季度完成农村公路30公里，二季度完成农村公路66公里。'
    expect(open(text)).toEqual([['30公里', '66公里']])
  })

  it.each([
    ['上半年完成农村公路96公里，三季度完成85公里，累计完成181公里。', ['181公里']],
    ['一季度完成农村公路30公里，二季度完成66公里，上半年累计96公里。', ['96公里']],
    ['上半年完成农村公路96公里，6月完成20公里。', ['96公里']],
    ['前三季度完成农村公路181公里，9月份完成30公里。', ['181公里']],
  ])('%s has one', (text, figures) => {
    expect(progress(text)).toEqual(figures)
    expect(open(text)).toEqual([])
  })
})

describe('a sum of a part of the year', () => {
  it.each([
    '上半年完成农村公路96公里，截至目前累计完成181公里。',
    '新建农村公路：上半年96公里；截至9月20日累计181公里，占年度任务60.3%。',
    '一季度完成农村公路30公里，上半年完成96公里，目前已完成181公里。',
    '截至6月底完成农村公路96公里，截至9月底完成181公里。',
    '1-6月完成农村公路96公里，1-9月完成181公里。',
    '上半年完成农村公路96公里，7月以来完成85公里，累计完成181公里。',
  ])('gives way to the larger one of a later day: %s', (text) => {
    expect(progress(text)).toEqual(['181公里'])
  })

  it.each([
    ['上半年完成农村公路181公里。', ['181公里']],
    ['上半年完成农村公路96公里，下半年计划完成204公里。', ['96公里']],
    ['上半年完成农村公路96公里，目前累计完成自然村通硬化路149个。', ['96公里', '149个']],
    ['截至9月底，湖滨区完成农村公路96公里，陕州区累计完成181公里。', ['96公里', '181公里']],
    ['截至9月底完成农村公路96公里，累计完成181公里。', ['96公里', '181公里']],
  ])('%s leaves nothing out', (text, figures) => {
    expect(progress(text)).toEqual(figures)
  })
})
