import { describe, expect, it } from 'vitest'
import { chosenFigures } from '../../../shared/narrative/chosenFigures.ts'
import { taskWords } from '../../../shared/narrative/words/taskWords.ts'
import { indicator, read, roads, toilets } from './readText.ts'

const pipes = [indicator('h', '新建供热管网', '6', '公里'), indicator('g', '新建燃气管道', '10', '公里')]

const chosen = (text: string, indicators = [toilets]) =>
  chosenFigures(read(text, indicators), taskWords({ text: '', indicators })).map(
    ({ indicator: id, figure, open }) => `${id}: ${figure?.raw ?? `? ${open.map(({ raw }) => raw).join(' ')}`}`,
  )

describe('the cumulative figure of an indicator in a text', () => {
  it.each([
    ['公厕开工24座，完工12座。', ['a: 12座']],
    ['公厕完工15座，投用12座，占24%。', ['a: 12座']],
    ['公厕完工15座，投用12座。', ['a: 15座']],
    ['公厕城东完成6座，城西完成9座，新区完成11座，全市累计完成26座。', ['a: 26座']],
    ['建成水冲公厕24座、生态公厕12座。', ['a: ? 24座 12座']],
    ['建成水冲公厕24座、生态公厕12座，合计建成公厕36座。', ['a: 36座']],
    ['建成公厕24座，其中水冲式12座。', ['a: 24座']],
    ['公厕完成招标，尚未开工。', []],
    ['公厕已建成12座；本周巡查公厕12座。', ['a: 12座']],
  ])('%s', (text, expected) => {
    expect(chosen(text)).toEqual(expected)
  })

  it('is the row’s own where its words name no object, and open where the row names several', () => {
    const own = (text: string, about: readonly string[] = []) =>
      chosenFigures(read(text, pipes, { about }), taskWords({ text: '', indicators: pipes })).map(
        ({ indicator: id, figure }) => `${id} ${figure?.raw}`,
      )
    expect(own('完成8.6公里。', ['g'])).toEqual(['g 8.6公里'])
    expect(own('完成4.6公里。', ['h'])).toEqual(['h 4.6公里'])
    expect(own('供热管网完成4.6公里。', ['g'])).toEqual(['h 4.6公里'])
    expect(own('完成泵站3座。', ['g'])).toEqual([])
    expect(own('完成4.6公里。', ['g', 'h'])).toEqual([])
    expect(own('完成4.6公里。')).toEqual([])
  })
})

describe('TEXT_FIGURE_OPEN', () => {
  const found = (text: string, indicators = [toilets, roads]) =>
    read(text, indicators)
      .findings.filter(({ code }) => code === 'TEXT_FIGURE_OPEN')
      .map(({ indicator: id, params }) => [id, params.raw])
  it('names a figure that several indicators may have, unless a percentage decides', () => {
    expect(found('完成4.6公里。', pipes)).toEqual([[null, ['4.6公里']]])
    expect(found('完成4.6公里，占46%。', pipes)).toEqual([])
    expect(found('计划完成4.6公里。', pipes)).toEqual([])
  })
  it('names figures of which none is certain to be the cumulative one', () => {
    expect(found('建成水冲公厕24座、生态公厕12座。')).toEqual([['a', ['24座', '12座']]])
    expect(found('建成公厕24座，农村公路12公里。')).toEqual([])
  })
})
