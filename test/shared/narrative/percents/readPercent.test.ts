import { describe, expect, it } from 'vitest'
import type { NarrativeIndicator } from '../../../../shared/narrative/words/claims.ts'
import { rate, read, roads, screened, toilets } from '../readText.ts'

const ultrasound: NarrativeIndicator = { id: 'e', name: '产前超声筛查率', kind: 'percent', target: null }

/** The percentages of a text: "50% of a" where one of an indicator is stated, else the reason that it is not. */
function percentsOf(text: string, indicators: readonly NarrativeIndicator[]): string[] {
  const { statedPercents, figures } = read(text, indicators)
  const stated = statedPercents.map(({ raw, of, start }) => ({ start, words: `${raw} of ${of}` }))
  const starts = new Set(stated.map(({ start }) => start))
  const others = figures.flatMap(({ raw, start, reason, measure }) =>
    measure === '%' && !starts.has(start) ? [{ start, words: `${raw} ${reason}` }] : [],
  )
  return [...stated, ...others].sort((one, other) => one.start - other.start).map(({ words }) => words)
}

describe('a percentage', () => {
  const cases: readonly [rule: string, text: string, indicators: NarrativeIndicator[], expected: string[]][] = [
    ['of a clause about last year is left out', '去年结转公厕完成率95%。', [toilets], ['95% carry_over']],
    ['before the target is the target again', '公厕建成25座，完成50%的年度目标。', [toilets], ['50% restated_target']],
    ['is of the object that it follows at once', '公厕85%，农村公路60%。', [toilets, roads], ['85% of a', '60% of b']],
    ['of a share, a rate or a work is not of the object', '其中公厕85%，公厕安装60%。', [toilets], ['85% no_indicator', '60% stage_rate']],
    [
      'in a pasted row of an indicator is its own',
      '项目 年度任务 完成数 占比\n公厕 50 25 50%\n农村公路 300 120 40%',
      [toilets, roads],
      ['50% of a', '40% of b'],
    ],
    ['in a pasted row of an area is of its own target', '县区 任务座数 完成座数 完成率\n东山县 10 6 60%', [toilets], ['60% share']],
    ['is of the target that comes before it', '公厕建成25座，占任务50座的50%。', [toilets], ['50% of a']],
    ['is of another whole that comes before it', '公厕建成25座，占改造户数1500户的84%。', [toilets], ['84% share']],
    ['is a change', '公厕建成25座，同比增长12%。', [toilets], ['12% comparison']],
    [
      "of each area is of the area's own target",
      '新建公厕，其中灵宝市12座、卢氏县9座，完成率分别为80%、75%。',
      [toilets],
      ['80% share', '75% share'],
    ],
    ['is how far the figure before it has come', '二标道路150公里完成85%。', [roads], ['85% stage_rate']],
    ['is of the other thing that was just counted', '公厕建成25座，摸排旱厕30座，占85%。', [toilets], ['85% share']],
    ['is a rate under another name', '公厕建成25座，群众满意率达98%。', [toilets], ['98% share']],
    ['is the rate that an indicator is about', '全程网办率达91.6%。', [rate], ['91.6% of d']],
    ['is that rate also where its numerator is given', '产前超声筛查4405人，筛查率71.36%。', [ultrasound, screened], ['71.36% of e']],
    ['is of money', '公厕建成25座，完成投资486万元，占总投资的62%。', [toilets], ['62% stage_rate']],
    ['is of a part of the work', '公厕25座主体工程完成80%。', [toilets], ['80% stage_rate']],
    ['is of another base', '宫颈癌筛查26104人，占应筛查人数的71%。', [screened], ['71% of null']],
    ['of several indicators says nothing of each', '公厕建成25座，农村公路建成100公里，总体完成率78%。', [toilets, roads], ['78% share']],
    ['is of the target', '公厕建成25座，完成年度目标的50%。', [toilets], ['50% of a']],
    ['is of paid money', '公厕建成25座，资金支付进度62%。', [toilets], ['62% stage_rate']],
    ['that fits its figure is of the target by any name', '公厕开工25座，开工率50%。', [toilets], ['50% of a']],
    ['is a rate of starting', '公厕开工25座，开工率100%。', [toilets], ['100% stage_rate']],
    ['without a name is of the figure before it', '公厕建成25座，占比40%。', [toilets], ['40% of a']],
    ['is of a work', '公厕建成25座，管道安装60%。', [toilets], ['60% stage_rate']],
  ]
  it.each(cases)('%s: %s', (_, text, indicators, expected) => {
    expect(percentsOf(text, indicators)).toEqual(expected)
  })
})
