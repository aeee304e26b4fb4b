import { describe, expect, it } from 'vitest'
import { partsOfText } from '../../../../shared/sheet/texts/partsOfText.ts'
import { alarmsOf, figuresOf, readTasks } from '../cells/readRows.ts'

const PARTS = { progress: '累计演出189场。', issues: '8月份停演60场。', nextSteps: '10月份演出60场。' }

describe('a text in parts', () => {
  it.each([
    '进展情况：累计演出189场。\n存在问题：8月份停演60场。\n下步打算：10月份演出60场。',
    '进展：累计演出189场。问题：8月份停演60场。下一步：10月份演出60场。',
    '累计演出189场。\n主要问题:8月份停演60场。\n下一步工作措施:10月份演出60场。',
    '一、工作进展：累计演出189场。\n二、存在的问题：8月份停演60场。\n三、下一步打算：10月份演出60场。',
    '【进展情况】累计演出189场。\r\n【存在问题】8月份停演60场。\r\n【下步计划】10月份演出60场。',
    '下一步工作计划：10月份演出60场。存在问题：8月份停演60场。完成情况：累计演出189场。',
    '（1）推进情况：累计演出189场。（2）滞后原因：8月份停演60场。（3）整改措施：10月份演出60场。',
  ])('%s', (text) => {
    expect(partsOfText(text)).toEqual(PARTS)
  })

  it.each([
    '累计演出189场。',
    '进展情况：累计演出189场。',
    '已解决信访问题189个。',
    '针对存在的问题，下一步将加大力度：已完成189个。',
    '1.公路完成246公里。\n存在问题：资金未到位。\n2.自然村完成231个。\n存在问题：无。',
  ])('none where no part is headed, or nobody can say where one ends: %s', (text) => {
    expect(partsOfText(text)).toBeUndefined()
  })

  it('keeps a list of next steps together', () => {
    expect(partsOfText('累计演出189场。\n下步打算：1.补演60场。\n2.加强宣传。')).toEqual({
      progress: '累计演出189场。',
      issues: '',
      nextSteps: '1.补演60场。\n2.加强宣传。',
    })
  })
})

describe('the column that holds it', () => {
  const rows = [
    ['组织“政府采购百场戏”300场', '进展情况：累计演出189场。\n存在问题：8月份停演60场。\n下步打算：10月份演出60场。'],
    ['残疾儿童康复救助不少于700人', '累计救助668人。存在问题：33人未签约。下一步：再救助32人。'],
  ]

  it.each([
    '进展情况、存在问题及下一步打算',
    '工作进展、存在问题和下步措施',
    '完成情况及存在问题',
    '进展情况及下一步打算',
    '推进情况、困难及建议措施',
    '进展情况',
  ])('%s: figures of the first part only, the others as problems and next steps', (heading) => {
    const reading = readTasks(['工作任务', heading], rows)
    expect([figuresOf(reading, 3), figuresOf(reading, 4), alarmsOf(reading)]).toEqual([['2.3.a 189'], ['8.2.a 668'], []])
    const text = reading.records.find(({ subject, values }) => subject === '2.3' && values.progressText)
    expect(text?.values).toMatchObject({ progressText: PARTS.progress, problems: PARTS.issues, nextSteps: PARTS.nextSteps })
  })

  it.each(['存在问题及下一步打算', '推进中存在的问题及措施', '未完成原因及下步措施', '推进措施'])('%s tells of no progress', (heading) => {
    const reading = readTasks(['工作任务', heading, '累计完成'], [['组织“政府采购百场戏”300场', '停演60场，加快补演。', 189]])
    expect(figuresOf(reading, 3)).toContain('2.3.a 189')
    expect(reading.records.some(({ values }) => values.progressText !== undefined && values.progressText !== null)).toBe(false)
  })

  it('may say nothing of progress, which is said', () => {
    const text = '存在问题：8月份停演60场。下步打算：10月份演出60场。'
    const reading = readTasks(['工作任务', '进展情况'], [[rows[0]?.[0] ?? '', text]])
    expect(reading.records.filter(({ values }) => values.cumulative != null || values.progressText)).toEqual([])
    expect(alarmsOf(reading)).toEqual(['D3 NOT_REPORTED'])
  })

  it('is cut where it is merged over the rows of two tasks', () => {
    const text = '进展情况：累计完成农村公路251.6公里、自然村通硬化路236个。\n下步打算：完成公路48公里、44个村。'
    const reading = readTasks(
      ['工作任务', '进展情况'],
      [
        ['新建农村公路300公里', text],
        ['完成280个自然村通硬化路任务', null],
      ],
      { merges: ['D3:D4'] },
    )
    expect([figuresOf(reading, 3), figuresOf(reading, 4)]).toEqual([['7.1.a 251.6'], ['7.1.b 236']])
  })
})

it('of two indicators that the words fit alike the row names one', () => {
  const reading = readTasks(
    ['工作任务', '进展情况'],
    [
      ['完成宫颈癌筛查4.4万人', '累计筛查30120人。'],
      ['完成乳腺癌筛查4.4万人', '累计筛查29870人。'],
    ],
  )
  expect([figuresOf(reading, 3), figuresOf(reading, 4), alarmsOf(reading)]).toEqual([['8.1.a 30120'], ['8.1.b 29870'], []])
})
