import { describe, expect, it } from 'vitest'
import { textCommitmentDue } from '../../../shared/checks/textCommitmentDue.ts'
import { textContextFigure } from '../../../shared/checks/textContextFigure.ts'
import { textFigureMismatch } from '../../../shared/checks/textFigureMismatch.ts'
import { textFigureOpen } from '../../../shared/checks/textFigureOpen.ts'
import { textNoFigure } from '../../../shared/checks/textNoFigure.ts'
import { textPartsMismatch } from '../../../shared/checks/textPartsMismatch.ts'
import { textStale } from '../../../shared/checks/textStale.ts'
import { textStatements } from '../../../shared/checks/textStatements.ts'
import { record, said } from './sheetFacts.ts'

const CITY = '411200'
const text = (subject: string, progressText: string) => record({ progressText }, { subject, area: CITY })
const figure = (subject: string, cumulative: number) => record({ cumulative }, { subject, area: CITY })

describe('textNoFigure and textContextFigure', () => {
  it.each([
    ['6.2', '2021年5G基站建设项目目前处于可研阶段。', ['warning M5 TEXT_NO_FIGURE']],
    ['2.3', '截至目前，已完成130场。', []],
    ['5', '已录入系统12.8万余座，发现存在隐患1.5万余座。', ['warning M5 TEXT_NO_FIGURE', 'info M5 TEXT_CONTEXT_FIGURE']],
  ])('read the text of task %s: %s', (task, words, findings) => {
    const records = [text(task, words)]
    expect([textNoFigure, textContextFigure].flatMap((check) => said(check, { records }))).toEqual(findings)
  })

  it('are silent where a figure column speaks for the row', () => {
    expect(said(textNoFigure, { records: [text('6.2', '目前处于可研阶段。'), figure('6.2.a', 0)] })).toEqual([])
  })
})

describe('textFigureOpen', () => {
  it.each([
    ['6.1', '已完成5.6公里。', ['warning M5 TEXT_FIGURE_OPEN']],
    ['6.1', '已完成5.6公里，占目标任务的56%。', []],
    ['6.1', '供热管网已完成5.6公里。', []],
    ['2.3', '城区完成130场，乡镇完成24场。', ['warning M5 TEXT_FIGURE_OPEN']],
    ['2.3', '城区完成130场，乡镇完成24场，累计完成154场。', []],
  ])('reads the text of task %s: %s', (task, words, findings) => {
    expect(said(textFigureOpen, { records: [text(task, words)] })).toEqual(findings)
  })

  it('is silent where a figure column speaks for the row', () => {
    expect(said(textFigureOpen, { records: [text('2.3', '城区完成130场，乡镇完成24场。'), figure('2.3.a', 154)] })).toEqual([])
  })
})

describe('textStatements and textPartsMismatch', () => {
  it.each([
    ['2.3', '截至目前，已完成130场，占目标任务的43.34%。', ['warning M5 PCT_ROUNDING']],
    ['9.3', '已受理援助案件1105件，占目标任务44.2%。', ['warning M5 STAGE_MISMATCH']],
    ['8.2', '享受残疾儿童康复救助人数689人，占目标任务的98.4%。', []],
  ])('read the text of task %s: %s', (task, words, findings) => {
    expect(said(textStatements, { records: [text(task, words)] })).toEqual(findings)
  })

  it('add the parts that a text names', () => {
    const words = '通过配网一批已安排实施92个和152.9千米10千伏及以下线路；剩余128个配电台区及60千米10千伏及以下线路工程已列入配网二批工程。'
    expect(said(textPartsMismatch, { records: [text('10', words)] })).toEqual(['warning M5 TEXT_PARTS_MISMATCH'])
  })
})

describe("a county's text", () => {
  const of = (area: string, target?: number) => [
    record({ progressText: '已整治窨井设施80个，剩余20个正在整改。' }, { subject: '5', area }),
    record({ cumulative: 80, ...(target !== undefined && { target }) }, { subject: '5.a', area }),
  ]
  it.each([
    ['411203', undefined, []],
    ['411203', 100, []],
    ['411203', 120, ['warning M5 TEXT_PARTS_MISMATCH']],
    ['411200', undefined, ['warning M5 TEXT_PARTS_MISMATCH']],
  ] as const)('of %s with the target %s is not measured against the city', (area, target, findings) => {
    expect(said(textPartsMismatch, { records: of(area, target) })).toEqual(findings)
  })
})

describe('textFigureMismatch', () => {
  it.each([
    [146, '完成农村公路新改建里程146公里。', []],
    [146, '完成农村公路新改建里程164公里。', ['warning M5 TEXT_FIGURE_MISMATCH']],
    [146, '完成农村公路新改建里程约150公里。', []],
    [146, '正在推进。', []],
  ])('compares the column %d with the text %s', (cumulative, words, findings) => {
    expect(said(textFigureMismatch, { records: [text('7.1', words), figure('7.1.a', cumulative)] })).toEqual(findings)
  })
})

describe('textFigureMismatch accuses nobody of what was read wrongly', () => {
  it.each([
    // the column shows which of the two lengths the text means
    ['6.1', '6.1.c', 8.6, '已完成8.6公里。', []],
    ['6.1', '6.1.c', 8.6, '已完成5.8公里，换热站8座。', []],
    ['6.1', '6.1.c', 8.6, '燃气管道已完成6.8公里。', ['warning M5 TEXT_FIGURE_MISMATCH']],
    // counted by those who have the use of it
    ['4', '4.a', 15600, '改造完工小区118个，惠及居民15600户。', []],
    ['4', '4.a', 15600, '改造完成16500户，惠及居民15600人。', ['warning M5 TEXT_FIGURE_MISMATCH']],
    // the plan is no progress, whatever the column shows
    ['7.1', '7.1.a', 300, '计划新改建300公里，已完成新改建里程146公里。', ['warning M5 TEXT_FIGURE_MISMATCH']],
  ])('task %s, %s, column %d: %s', (task, subject, cumulative, words, findings) => {
    expect(said(textFigureMismatch, { records: [text(task, words), figure(subject, cumulative)] })).toEqual(findings)
  })

  it('knows what was added to last period’s figure', () => {
    const earlier = [figure('2.3.a', 130)]
    const of = (cumulative: number) => ({
      records: [text('2.3', '演出24场，共演出154场。'), figure('2.3.a', cumulative)],
      context: { year: 2021, earlier },
    })
    expect(said(textFigureMismatch, of(154))).toEqual([])
    expect(said(textFigureMismatch, of(24))).toEqual(['warning M5 TEXT_FIGURE_MISMATCH'])
  })
})

describe('textCommitmentDue', () => {
  const earlier = [text('7.2', '目前天桥实施方案在评审中心进行控制价评审，预计5月底施工招标，8月31日完工。')]
  it.each([
    ['2021-06', '目前仍在进行控制价评审。', ['warning M5 TEXT_COMMITMENT_DUE']],
    ['2021-06', '已完成施工招标。', []],
    ['2021-05', '目前仍在进行控制价评审。', []],
  ])('in %s, when the text says %s', (period, words, findings) => {
    expect(said(textCommitmentDue, { records: [text('7.2', words)], context: { year: 2021, period, earlier } })).toEqual(findings)
  })
})

describe('texts of several periods before', () => {
  it('are compared with the newest, whatever their order', () => {
    const before = [
      { ...text('2.3', '截至目前，已完成100场。'), period: '2021-03' },
      { ...figure('2.3.a', 100), period: '2021-03' },
      { ...text('2.3', '截至目前，已完成130场。'), period: '2021-04' },
      { ...figure('2.3.a', 130), period: '2021-04' },
    ]
    const of = (words: string) => ({ records: [text('2.3', words), figure('2.3.a', 180)], context: { year: 2021, earlier: before } })
    expect(said(textStale, of('截至目前，已完成130场。'))).toEqual(['warning M5 TEXT_STALE'])
    expect(said(textStale, of('截至目前，已完成100场。'))).toEqual([])
  })
})

describe('textStale', () => {
  const earlier = [text('2.3', '截至目前，已完成130场。'), figure('2.3.a', 130)]
  it.each([
    ['截至目前，已完成130场。', 180, ['warning M5 TEXT_STALE']],
    ['截至目前， 已完成130场。', 180, ['warning M5 TEXT_STALE']],
    ['截至目前，已完成130场。', 130, []],
    ['截至目前，已完成180场。', 180, []],
  ])('compares %s beside %d with last period', (words, cumulative, findings) => {
    expect(said(textStale, { records: [text('2.3', words), figure('2.3.a', cumulative)], context: { year: 2021, earlier } })).toEqual(
      findings,
    )
  })
})
