import { describe, expect, it } from 'vitest'
import { shareOutText } from '../../../shared/narrative/shareOut.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { labelledTexts } from './scoreTexts.ts'

const shared = (text: string, among?: readonly string[]) =>
  shareOutText(register2021, text, among).map(({ task, text: words }) => `${task}: ${words.trim()}`)

describe('a text about several tasks is shared out among them', () => {
  it.each<[why: string, text: string, expected: string[]]>([
    [
      'by items that repeat the task',
      '一、新建农村公路300公里，完成280个自然村通硬化路任务。已完成146公里，占48.7%。\n二、6座过街天桥亮化工程。已完成4座。',
      ['7.1: 已完成146公里，占48.7%。', '7.3: 已完成4座。'],
    ],
    [
      'by the words of its sentences',
      '农村公路新改建完成146公里；崤函小学门口过街天桥正在评审；过街天桥亮化已完成4座。',
      ['7.1: 农村公路新改建完成146公里；', '7.2: 崤函小学门口过街天桥正在评审；', '7.3: 过街天桥亮化已完成4座。'],
    ],
    [
      'going on with the task until another is named',
      '法律援助案件已受理1105件。为受援人挽回损失820万元。残疾儿童康复救助689人。',
      ['9.3: 法律援助案件已受理1105件。为受援人挽回损失820万元。', '8.2: 残疾儿童康复救助689人。'],
    ],
    [
      'and what nobody can tell is of no task',
      '截至目前，已完成130场。\n窨井设施整治完成3200个。\n截至目前，已完成65套。',
      ['null: 截至目前，已完成130场。', '5: 窨井设施整治完成3200个。', 'null: 截至目前，已完成65套。'],
    ],
    ['a target that is reached is no repetition', '农村公路新改建300公里已全部完工。', ['7.1: 农村公路新改建300公里已全部完工。']],
    ['a text without a task', '各单位要高度重视，确保按时完成。', ['null: 各单位要高度重视，确保按时完成。']],
    ['an empty one', '', []],
  ])('%s', (_, text, expected) => {
    expect(shared(text)).toEqual(expected)
  })

  it('among those that a row names alone', () => {
    const text = '农村公路完成146公里。过街天桥亮化完成4座。'
    expect(shared(text, ['7.1', '7.3'])).toEqual(['7.1: 农村公路完成146公里。', '7.3: 过街天桥亮化完成4座。'])
    expect(shared(text, ['7.1', '5'])).toEqual([`7.1: ${text}`])
  })

  it('each text of the document under its task’s name, in any order', () => {
    const texts = labelledTexts('document').map(({ text, task }) => ({
      text: text.trim(),
      task: (task.indicators[0]?.id ?? '').replace(/\.[a-z]$/, ''),
      name: task.text.split(/[，。]/)[0],
    }))
    for (const order of [texts, texts.toReversed()]) {
      const whole = order.map(({ name, text }, i) => `${i + 1}、${name}。${text}\n`).join('')
      const stretches = shareOutText(register2021, whole)
      for (const { text, task } of order) {
        const at = whole.indexOf(text) + text.length - 1
        expect([text, stretches.findLast(({ start }) => start <= at)?.task]).toEqual([text, task])
      }
    }
  })

  it('covers every character but for repetitions, in order, and never throws', () => {
    for (const text of ['。；\n', '一、', '9'.repeat(500), '新建农村公路300公里'.repeat(200), '\u0000\ud800。']) {
      const stretches = shareOutText(register2021, text)
      for (const { start, text: words } of stretches) expect(text.slice(start, start + words.length)).toBe(words)
    }
  })
})
