import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { consolidate } from '../../../shared/consolidation/consolidate.ts'
import type { FoldRow } from '../../../shared/consolidation/foldRow.ts'
import { chineseNumber } from '../../../shared/quantity/chineseNumber.ts'
import { asScaled } from '../../../shared/quantity/scaled.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'
import { buildReport } from '../../../shared/report/buildReport.ts'
import { NOT_REPORTED, WITHHELD } from '../../../shared/report/placeholders.ts'
import type { ReportInput } from '../../../shared/report/reportInput.ts'
import { reportText } from '../../../shared/report/reportText.ts'
import { safeText } from '../../../shared/report/safeText.ts'
import { demoConsolidation, demoOpening } from '../../../worker/cli/demo/demoConsolidation.ts'
import { row } from '../consolidation/row.ts'
import { corrections } from './corrections.ts'

const fixture = readFileSync(new URL('report-2021.txt', import.meta.url), 'utf8')
const demo = (more: Partial<ReportInput> = {}) =>
  buildReport({ register, consolidation: demoConsolidation(), opening: demoOpening, ...more })
const from = (records: readonly FoldRow[], more: Partial<ReportInput> = {}, seq = 7) =>
  buildReport({ register, consolidation: consolidate(register, records, { period: '2021-05', asOfSeq: seq, era: 'e' }), ...more })
const progress = (document: ReturnType<typeof buildReport>, task: string) =>
  document.blocks.flatMap((block) => (block.kind === 'progress' && block.task === task ? block.paragraphs : []))
const letterhead = {
  issuer: '三门峡市人民政府办公室',
  documentNo: '三政办〔2021〕12号',
  signatory: '张三',
  addressee: '省政府督查室',
  date: '2021-06-02',
}

describe('the report of 2021', () => {
  it('equals the document line by line, but for the corrections', () => {
    const wanted = fixture.split('\n').flatMap((line, index) => corrections.find((one) => one.line === index + 1)?.lines ?? [line])
    expect(reportText(demo()).split('\n')).toEqual(wanted)
  })

  it('needs every correction on the list', () => {
    const lines = fixture.split('\n')
    for (const { line, lines: ours } of corrections) expect([lines[line - 1]]).not.toEqual(ours)
  })
})

describe('a report', () => {
  it('counts no category that has no task, and prints none', () => {
    const empty = { ...register, categories: [...register.categories, { no: 11, title: '一个没有任务的类别' }] }
    const consolidation = consolidate(empty, [], { period: '2021-05', asOfSeq: 7, era: 'e' })
    const text = reportText(buildReport({ register: empty, consolidation }))
    expect(text).toContain('共涉及10大类23项具体任务')
    expect(text).not.toContain('一个没有任务的类别')
  })

  it('says what is missing and counts what is there', () => {
    const text = reportText(from([row('gongdian', '10', '411200', { progressText: '已开工。', asOf: '2021-05-26' })]))
    expect(text).toContain('共涉及10大类23项具体任务，截至2021年5月26日，已报送进展1项（其中1项数据未报齐），暂未报送22项。')
    expect(text.split(`进展情况：${NOT_REPORTED}`)).toHaveLength(23)
    expect(text).toContain('进展情况：已开工。\n（本报告依据2021-05期第7号数据生成）')
  })

  it('tells the spread of as-of dates', () => {
    const records = [
      row('gongdian', '10', '411200', { progressText: '甲。', asOf: '2021-05-26' }),
      row('sifa', '9.3', '411200', { progressText: '乙。', asOf: '2021-05-31' }),
    ]
    expect(reportText(from(records))).toContain('截至2021年5月31日（各项数据截至日期为5月26日至5月31日）')
  })

  it('marks a text that is not accepted yet, and leaves it out of a formal report', () => {
    const records = [row('gongdian', '10', '411200', { progressText: '已开工。' })]
    const pending = new Set(['gongdian'])
    expect(progress(from(records, { pending }), '10')).toEqual(['已开工。（督查室尚未采纳）'])
    const formal = from(records, { pending, letterhead })
    expect(progress(formal, '10')).toEqual([WITHHELD])
    expect(formal.leftOut).toEqual(['10 三门峡供电公司的报送内容督查室尚未采纳，正式报告未列。'])
  })

  it('takes no day for its as-of day that is still to come, nor one of what it leaves out', () => {
    const records = [
      row('gongdian', '10', '411200', { progressText: '截至5月底完成。', asOf: '2021-05-31' }),
      row('nongye', '9.5', '411200', { progressText: '已发布。', asOf: '2021-05-20' }),
    ]
    const opening = (more: Partial<ReportInput>) => reportText(from(records, more))
    expect(opening({ today: '2021-05-28' })).toContain('截至2021年5月20日，')
    expect(opening({ today: '2021-06-01' })).toContain('截至2021年5月31日（各项数据截至日期为5月20日至5月31日）')
    expect(opening({ today: '2021-06-01', letterhead, pending: new Set(['gongdian']) })).toContain('截至2021年5月20日，')
  })

  it('states the figures of a task that came without a text, and that the text is missing', () => {
    const records = [row('wenlv', '2.3.a', '411200', { cumulative: 130 })]
    const figures = '经汇总，政府采购百场戏累计完成130场，占目标任务的43.33%。文字材料暂未报送。'
    expect(progress(from(records), '2.3')).toEqual([figures])
    expect(reportText(from(records))).toContain('已报送进展1项，暂未报送22项')
    const pending = new Set(['wenlv'])
    expect(progress(from(records, { pending }), '2.3')).toEqual([figures.replace('43.33%。', '43.33%（督查室尚未采纳）。')])
    const formal = from(records, { pending, letterhead })
    expect(progress(formal, '2.3')).toEqual([WITHHELD])
    expect(formal.leftOut).toEqual(['2.3 市文化广电旅游局的报送内容督查室尚未采纳，正式报告未列。'])
    const accepted = from(records, { letterhead })
    expect(progress(accepted, '2.3')).toEqual([figures.replace('文字材料暂未报送。', '')])
    expect(accepted.leftOut).toEqual(['2.3 文字材料暂未报送，正式报告只列数字。'])
  })

  it('states a rate as a rate, with the count that it was made from', () => {
    const text = reportText(demo({ consolidation: { ...demoConsolidation(), narratives: [] } }))
    expect(text).toContain('免费产前超声筛查率为71.36%（4405例）')
    expect(text).not.toContain('4405%')
  })

  it('calls nothing done that is left over, nor a rate that counts nothing a count', () => {
    const left = from([row('minzheng', '1.a', '411200', { cumulative: 4 })])
    expect(progress(left, '1')[0]).toBe('经汇总，无固定办公用房的城市社区数（清零）现为4个。文字材料暂未报送。')
    // the value of the rate stands in the sheet's column of what is done
    const reporter = register.assignments.find(({ subject, ofRecord }) => subject === '9.3.a' && ofRecord)?.reporter ?? ''
    expect(progress(from([row(reporter, '9.3.a', '411200', { cumulative: 55 })]), '9.3')[0]).toBe(
      '经汇总，专业律师担任村（居）法律顾问的比例为55%。文字材料暂未报送。',
    )
    const short = {
      ...register,
      indicators: register.indicators.map((one) =>
        one.target ? { ...one, target: { ...one.target, value: asScaled(1_000_000_000) } } : one,
      ),
    }
    const records = [row('wenlv', '2.3.a', '411200', { cumulative: 99_998 })]
    const consolidation = consolidate(short, records, { period: '2021-05', asOfSeq: 7, era: 'e' })
    expect(progress(buildReport({ register: short, consolidation }), '2.3')[0]).toContain('占目标任务的99.99%。')
  })

  it('adds figures where the register asks for them and the text has no percentage', () => {
    const asking = {
      ...register,
      indicators: register.indicators.map((one) => (one.taskId === '6.1' || one.taskId === '2.3' ? { ...one, statePercent: true } : one)),
    }
    const document = demo({ register: asking })
    expect(progress(document, '6.1')[0]).toMatch(
      /改造完成。经汇总，市区新建供热管网累计完成1公里，占目标任务的16\.67%；市区新建燃气管道累计完成3\.7公里，占目标任务的37%。$/,
    )
    expect(progress(document, '2.3')).toEqual(['截至目前，已完成130场，占目标任务的43.34%。'])
  })

  it('marks a figure of ours to which a unit contributes that nobody has accepted, beside an accepted text', () => {
    const asking = { ...register, indicators: register.indicators.map((one) => (one.id === '4.b' ? { ...one, statePercent: true } : one)) }
    const records = [row('baicheng', '4', '411200', { progressText: '已开工。' }), row('gongan', '4.b', '411202', { cumulative: 15 })]
    const shown = (pending: string) => progress(from(records, { register: asking, pending: new Set([pending]) }), '4').join('')
    expect(shown('gongan')).toMatch(/^已开工。经汇总，.*15.*（督查室尚未采纳）。$/)
    expect(shown('nongye')).not.toContain('尚未采纳')
  })

  it('never changes words, splits pasted tables into paragraphs and says what it dropped', () => {
    const document = from([row('gongdian', '10', '411200', { progressText: '一批\t92个\r\n\u0007二批\t128个\n\n' })])
    expect(progress(document, '10')).toEqual(['一批 92个', '二批 128个'])
    expect(document.leftOut).toEqual(['10 三门峡供电公司的文字中略去1个无法写入文档的字符。', '10 三门峡供电公司的文字含换行，按2段写入。'])
  })

  it('traces each figure to unit, cell, version, day and person, and shows what has no row', () => {
    const origin = { sheet: '民生实事', row: 6, cells: { cumulative: 'I6' } }
    const { provenance } = from([row('wenlv', '2.3.a', '411200', { cumulative: 130, asOf: '2021-05-26' }, { origin, version: 2, seq: 5 })])
    expect(provenance.find((one) => one.subject === '2.3.a')).toEqual({
      subject: '2.3.a',
      name: '政府采购百场戏',
      area: '三门峡市',
      value: '130',
      measure: '场',
      note: '',
      reporter: '市文化广电旅游局',
      cell: '民生实事!I6',
      version: '2',
      seq: '5',
      asOf: '2021-05-26',
      by: '甲',
      at: '2021-05-26 16:00',
    })
    expect(provenance.filter((one) => one.subject === '7.1.a').map((one) => one.value)).toEqual(Array(6).fill('暂未报送'))
  })
})

describe('safeText', () => {
  it.each([
    ['control characters', 'a\u0000b\u001Fc', ['abc'], 2],
    ['direction overrides', '\u202E12\u202C', ['12'], 2],
    ['half a surrogate pair', '\uD83Dx\uDE00', ['x'], 2],
    ['a whole pair stays', '😀', ['😀'], 0],
    ['only white space', ' \n　\n', [], 0],
    ['a formula stays a text', '=1+1', ['=1+1'], 0],
  ])('%s', (_, text, paragraphs, dropped) => expect(safeText(text)).toEqual({ paragraphs, dropped }))

  it('takes 30,000 characters', () => expect(safeText('进'.repeat(30_000)).paragraphs[0]).toHaveLength(30_000))
})

describe('chineseNumber', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [14, '十四'],
    [20, '二十'],
    [23, '二十三'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
  ])('%i is %s', (number, chinese) => expect(chineseNumber(number)).toBe(chinese))
})
