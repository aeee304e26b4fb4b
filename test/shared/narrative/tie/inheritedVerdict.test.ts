import { describe, expect, it } from 'vitest'
import { figuresOf, indicator, roads, screened, toilets } from '../readText.ts'

const breast = indicator('e', '乳腺癌筛查', '44000', '人')

describe('where its words leave its role open, a figure', () => {
  it.each([
    ['of a list is like what was said before the list', '任务已下达，其中东山县8座、西河县9座。', ['8座 planned', '9座 planned']],
    ['of a list is like the one before', '剩余公厕：东山县8座、西河县9座。', ['8座 remaining', '9座 remaining']],
    ['is like its whole', '公厕建成17座，其中东山县8座。', ['17座 a', '8座 a']],
    ['is under a heading', '摸底排查：全市公厕124座。', ['124座 surveyed']],
    ['is under a heading of plans, whatever its verb', '年度任务：新建公厕20座。', ['20座 planned']],
    ['does not inherit what remains beyond ；', '剩余8座；新建公厕12座。', ['8座 remaining', '12座 a']],
    ['with a verb of its own inherits nothing', '发现公厕问题12座，改造9座。', ['12座 surveyed', '9座 a']],
  ])('%s: %s', (_, text, expected) => {
    expect(figuresOf(text, [toilets])).toEqual(expected)
  })

  it('joined by 及 to one that is left out is left out too', () => {
    expect(figuresOf('摸排公厕12座及农村公路60公里。', [toilets, roads])).toEqual(['12座 surveyed', '60公里 surveyed'])
  })

  it('of the same measure goes on with the act before it', () => {
    expect(figuresOf('发现宫颈癌37人，乳腺癌12人。', [screened, breast])).toEqual(['37人 surveyed', '12人 surveyed'])
  })
})
