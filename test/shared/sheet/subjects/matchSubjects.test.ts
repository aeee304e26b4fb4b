import { describe, expect, it } from 'vitest'
import { asScaled } from '../../../../shared/quantity/scaled.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { matchSubjects } from '../../../../shared/sheet/subjects/matchSubjects.ts'
import type { MatchHints } from '../../../../shared/sheet/subjects/scoreSubjects.ts'

describe('matchSubjects', () => {
  it.each([
    ['新改建农村公路里程', '千米', ['7.1.a']],
    ['通村组硬化路', '个', ['7.1.b']],
    ['窨井设施整治', '座', ['5.a']],
    ['农村特岗教师招聘', '名', ['3.a']],
    ['台区改造', '个', ['10.a']],
    ['10千伏线路', '公里', ['10.b']],
    ['血清学筛查率', '%', ['8.1.d']],
    ['“两病”筛查', '', ['8.1.e']],
    ['宫颈癌、乳腺癌筛查各完成4.4万人', '', ['8.1.a', '8.1.b']],
    ['崤函小学天桥', '', ['7.2.a']],
    ['过街天桥亮化', '座', ['7.3.a']],
    ['组织“政府采购百场戏”300场', '', ['2.3.a']],
    ['新增规范化社区办公用房（300㎡以上）', '个', ['1.b', '1.c']],
    ['备注', '', []],
    ['完成情况', '', []],
  ])('reads %j (%s)', (text, measure, indicators) => {
    expect(matchSubjects(register2021, text, measure === '' ? {} : { measure }).indicators).toEqual(indicators)
  })

  it('finds the indicators of every task by the task’s own words', () => {
    for (const task of register2021.tasks) {
      const match = matchSubjects(register2021, task.text)
      const counted = register2021.indicators.filter((i) => i.taskId === task.id && i.target !== null).map((i) => i.id)
      expect([task.id, match.task, match.indicators.filter((id) => counted.includes(id))]).toEqual([task.id, task.id, counted])
    }
  })

  it('names the candidates instead of guessing between them', () => {
    const match = matchSubjects(register2021, '过街天桥')
    expect([match.indicators, match.candidates]).toEqual([[], ['7.2.a', '7.3.a']])
  })

  it('takes the words of a task to the indicator whose target stands beside them', () => {
    const words = '为儿童青少年免费检查视力、建立视力档案'
    const indicators = (hints: MatchHints) => matchSubjects(register2021, words, hints).indicators
    expect(indicators({})).toEqual([])
    expect(indicators({ measure: '名', target: asScaled(400_000_000) })).toEqual(['8.3.a'])
    expect(indicators({ measure: '公里', target: asScaled(400_000_000) })).toEqual([])
  })
})
