import { describe, expect, it } from 'vitest'
import type { NarrativeIndicator } from '../../../../shared/narrative/words/claims.ts'
import { figuresOf, indicator, roads, toilets } from '../readText.ts'

const started = indicator('f', '公厕开工', '50', '座')
const built = indicator('g', '公厕建成', '40', '座')

describe('a figure counts for', () => {
  const cases: readonly [which: string, text: string, indicators: NarrativeIndicator[], expected: string[]][] = [
    ['none of another kind of measure', '完成投资486万元。', [toilets], ['486万元 money']],
    ['that of the noun behind it', '已建成12座公厕。', [toilets, roads], ['12座 a']],
    ["that of its verb's object", '4座建成公厕。', [toilets, roads], ['4座 a']],
    ['none where it counts supplements', '公厕配套设施10座。', [toilets], ['10座 other_object']],
    ['that of the words before it', '新建公厕12座。', [toilets, roads], ['12座 a']],
    ['that whose head the last noun has', '加油站12座。', [indicator('h', '新建充电站', '20', '座')], ['12座 h']],
    ['that of the clause before', '公厕建设方面，已完工12座。', [toilets, indicator('i', '改造泵站', '9', '座')], ['12座 a']],
    ['that of its measure', '已完工12座。', [toilets, roads], ['12座 a']],
    ['that of its stage', '公厕开工20座、完工12座。', [started, built], ['20座 f', '12座 g']],
    ["none of another area's", '湖滨区公厕建成9座。', [indicator('j', '灵宝市新建公厕', '50', '座')], ['9座 other_object']],
  ]
  it.each(cases)('%s: %s', (_, text, indicators, expected) => {
    expect(figuresOf(text, indicators)).toEqual(expected)
  })
})
