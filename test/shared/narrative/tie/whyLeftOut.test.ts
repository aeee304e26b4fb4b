import { describe, expect, it } from 'vitest'
import { figuresOf, indicator, toilets } from '../readText.ts'

describe('a figure is left out', () => {
  const cases: readonly [why: string, text: string, expected: string[]][] = [
    ['in a title', '印发《全市50座公厕三年行动计划》。', ['50座 planned']],
    ['by its own words', '计划改造公厕86座。', ['86座 planned']],
    ['where it was so before', '全市旱厕由17座减少到5座。', ['17座 comparison', '5座 a']],
    ['in a column of targets', '县区 任务座数 完成座数\n东山县 10 6', ['10 planned', '6 a']],
    ['where it is promised for a date', '8月底前完成公厕36座。', ['36座 planned']],
    ['where the work is of an earlier year', '2021年结转公厕项目，已完工12座。', ['12座 carry_over']],
    ['where it is divided: 中', '50座公厕建设项目中，已完工12座。', ['50座 restated_target', '12座 a']],
    ['where it is the target again', '公厕建成，超额完成50座的年度目标任务。', ['50座 restated_target']],
    ['where a part of it is done', '50座公厕建设已完成8座。', ['50座 restated_target', '8座 a']],
    ['where it is the target that the work is about', '围绕50座公厕，已建成12座。', ['50座 restated_target', '12座 a']],
    ['where the next clause has what is done of it', '公厕50座，已完成31座。', ['50座 restated_target', '31座 a']],
    ['where it opens a list of its parts', '公厕10座：建成5座；在建3座。', ['10座 restated_target', '5座 a', '3座 a']],
    ['where smaller ones follow it', '湖滨区50座，会兴街道等4座已通过验收。', ['50座 restated_target', '4座 a']],
    ['where a figure without words follows it', '50座，12座已完工。', ['50座 restated_target', '12座 a']],
  ]
  it.each(cases)('%s: %s', (_, text, expected) => {
    expect(figuresOf(text, [toilets])).toEqual(expected)
  })

  it('where it counts people whom money reaches', () => {
    const trained = indicator('k', '培训学员', '5000', '人')
    expect(figuresOf('培训学员1200人，为3260人发放补助486万元。', [trained])).toEqual(['1200人 k', '3260人 beneficiaries', '486万元 money'])
  })
})
