import { describe, expect, it } from 'vitest'
import { scaledFromDecimal } from '../../../../shared/quantity/scaled.ts'
import { figuresOf, indicator, read, toilets } from '../readText.ts'

const stations = indicator('s', '新建换热站', '80', '座')
const [small, large] = [indicator('p', '新增小学学位', '3000', '个'), indicator('q', '新增初中学位', '8000', '个')]
const codes = (text: string, indicators: Parameters<typeof read>[1]) => [
  ...new Set(read(text, indicators).findings.map(({ code }) => code)),
]

describe('what the figures of a text prove', () => {
  it('does not read a wrong percentage away where the words name one object', () => {
    expect(figuresOf('建成公厕24座，占任务的30%。', [toilets, stations])).toEqual(['24座 a'])
    expect(codes('建成公厕24座，占任务的30%。', [toilets, stations])).toContain('PCT_MISMATCH')
    expect(codes('新增小学学位5400个，占67.5%。', [small, large])).toContain('PCT_MISMATCH')
  })

  it('decides between indicators of one object, to a tenth or directly behind the figure', () => {
    expect(figuresOf('新增学位5400个，占67.5%。', [small, large])).toEqual(['5400个 q'])
    expect(figuresOf('新增学位2400个，占80%。', [small, large])).toEqual(['2400个 p'])
    expect(figuresOf('新增学位2400个。', [small, large])).toEqual(['2400个 open'])
  })

  it('proves nothing by a percentage of something else, of none or of all', () => {
    expect(figuresOf('新增学位2400个，完成投资的30%。', [small, large])).toEqual(['2400个 open', '30% stage_rate'])
    expect(figuresOf('新增学位3000个，占100%。', [small, large])).toEqual(['3000个 open'])
    expect(figuresOf('新增学位2400个，同比增长80%。', [small, large])).toEqual(['2400个 open', '80% comparison'])
  })

  it('never outweighs words that settle the matter', () => {
    expect(figuresOf('计划新增学位5400个，占67.5%。', [small, large])).toEqual(['5400个 planned'])
    expect(figuresOf('剩余学位5400个，占67.5%。', [small, large])).toEqual(['5400个 remaining'])
  })

  it('takes the list of percentages in the order of its figures', () => {
    const heat = indicator('h', '新建供热管网', '6', '公里')
    const gas = indicator('g', '新建燃气管道', '10', '公里')
    expect(figuresOf('实际完成6.3公里、9.6公里，完成率分别为105%、96%。', [heat, gas])).toEqual(['6.3公里 h', '9.6公里 g'])
  })

  it('knows the figure that the row’s own column shows', () => {
    const beside = (cumulative: string) => [{ indicator: 'q', cumulative: scaledFromDecimal(cumulative) ?? (0 as never) }]
    const own = (text: string, cumulative: string) => figuresOf(text, [small, large], { beside: beside(cumulative) })
    expect(own('新增学位2400个。', '2400')).toEqual(['2400个 q'])
    expect(own('新增学位2400个。', '2500')).toEqual(['2400个 open'])
    expect(own('惠及学生2400个。', '2400')).toEqual(['2400个 q'])
    // of few digits it may be the same by chance
    expect(own('走访学校24个，新增小学学位150个。', '24')).toEqual(['24个 other_object', '150个 p'])
    expect(own('计划新增学位2400个。', '2400')).toEqual(['2400个 planned'])
  })
})
