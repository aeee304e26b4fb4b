import { describe, expect, test } from 'vitest'
import { type LabelledText, narrativeAnswers } from '../../../worker/cli/narrativeAnswers.ts'

const text: LabelledText = {
  id: 'x',
  year: 2022,
  task: {
    text: '完成改造2.9万户。',
    indicators: [{ id: 'a', name: '老旧小区改造', kind: 'count', target: { value: 2.9, unit: '万户', op: '>=', raw: '完成改造2.9万户' } }],
  },
  text: '老旧小区改造完成1.45万户，占目标任务的50%，累计投资2.95亿。',
}

describe('narrativeAnswers', () => {
  test('prints plain numbers in the base measure', () => {
    const [answer] = narrativeAnswers([text])
    expect(answer?.figures.map(({ raw, value, unit, role, measures }) => [raw, value, unit, role, measures])).toEqual([
      ['1.45万户', 14_500, '户', 'progress', 'a'],
      ['2.95亿', 295_000_000, '元', 'context', null],
    ])
    expect(answer?.statedPercents).toEqual([{ raw: '50%', value: 50, of: 'a' }])
    expect(answer?.findings).toEqual([])
  })

  test('answers in the order of the texts, and for a text without task or words', () => {
    const bare = { id: 'y', year: 2022 } as unknown as LabelledText
    expect(narrativeAnswers([bare, text]).map(({ id, figures }) => [id, figures.length])).toEqual([
      ['y', 0],
      ['x', 2],
    ])
  })
})
