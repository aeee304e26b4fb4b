import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { register2021 as register } from '../../../../shared/register/year2021/register2021.ts'
import { buildReport } from '../../../../shared/report/buildReport.ts'
import type { LintFinding } from '../../../../shared/report/lint/lintFinding.ts'
import { LINT_SEVERITY } from '../../../../shared/report/lint/lintFinding.ts'
import { lintFindingText, lintLineText } from '../../../../shared/report/lint/lintFindingText.ts'
import { lintReport } from '../../../../shared/report/lint/lintReport.ts'
import { parseReport } from '../../../../shared/report/lint/parseReport.ts'
import { reportText } from '../../../../shared/report/reportText.ts'
import { demoConsolidation, demoOpening } from '../../../../worker/cli/demo/demoConsolidation.ts'

const original = readFileSync(new URL('../report-2021.txt', import.meta.url), 'utf8')
const demo = reportText(buildReport({ register, consolidation: demoConsolidation(), opening: demoOpening }))
const found = (text: string, context: { on?: string; previous?: string } = {}) => lintReport(text, { register, ...context })
const brief = (text: string, context = {}) => found(text, context).map(({ code, line, task }) => [code, line, task])

describe('on the document', () => {
  /** Each finding with the trap that it finds; docs/report.md lists those not found, and why. */
  const TRAPS: readonly (readonly [string, number, string | null, string])[] = [
    ['SPACES', 1, null, 'T55'],
    ['PCT_NOT_STATED', 3, null, 'T14'],
    ['LABEL_INLINE', 9, '2.1', 'T51'],
    ['AS_OF_MIXED', 10, null, 'T45'],
    ['LABEL_INLINE', 11, '2.2', 'T51'],
    ['PCT_ROUNDING', 15, '2.3', 'T01'],
    ['PARTS_STAGES', 22, '3', 'T11'],
    ['NUMBERING', 23, null, 'T49'],
    ['SPACES', 23, null, 'T49'],
    ['ARTEFACT', 25, null, 'T50'],
    ['PCT_ROUNDING', 41, '7.1', 'T02'],
    ['ROUNDING_MIXED', 41, '7.1', 'T03'],
    ['DATE_PAST', 44, '7.2', 'T46'],
    ['DENOMINATOR_MISSING', 51, '8.1', 'T06'],
    ['RATE_OVER_100', 51, '8.1', 'T07'],
    ['SPACES', 53, null, 'T55'],
    ['STAGE_MISMATCH', 70, '9.3', 'T29'],
    ['UNIT_NOT_RESPONSIBLE', 73, '9.4', 'T75'],
    ['APPROX_EXACT', 76, '9.5', 'T56'],
    ['LABEL_MISSING', 78, '10', 'T52'],
    ['RATE_BASE', 80, '10', 'T09'],
    ['PARTS_MISMATCH', 80, '10', 'T08'],
    ['MEASURE_MIXED', 80, '10', 'T66'],
    ['SPACES', 81, null, 'T55'],
  ]

  it('finds the arithmetic and structure traps, and nothing else', () => {
    const findings = brief(original)
    for (const [code, line, task, trap] of TRAPS) expect(findings, trap).toContainEqual([code, line, task])
    expect(findings).toHaveLength(TRAPS.length)
  })

  it('gives the right figures', () => {
    const params = (code: string, task: string) => found(original).find((one) => one.code === code && one.task === task)?.params
    expect(params('PCT_ROUNDING', '2.3')).toEqual({ stated: '43.34', right: '43.33', exact: '43.33' })
    expect(params('PCT_ROUNDING', '7.1')).toEqual({ stated: '48', right: '49', exact: '48.67' })
    expect(params('DENOMINATOR_MISSING', '8.1')).toEqual({ implied: '6173' })
    expect(params('PARTS_MISMATCH', '10')).toEqual({ sum: '212.9', target: '220' })
    expect(params('PARTS_STAGES', '3')).toEqual({ sum: '107', target: '107', done: '65' })
  })

  it('finds no structure at fault in what we write ourselves', () => {
    const structure = ['NUMBERING', 'TASK_NUMBERING', 'LABEL_MISSING', 'LABEL_INLINE', 'ARTEFACT', 'SPACES', 'BRACKETS', 'COUNTS_WRONG']
    expect(found(demo).filter((one) => structure.includes(one.code))).toEqual([])
  })

  it('words every finding', () => {
    for (const one of found(original)) expect(lintLineText(one)).toMatch(/^第\d+行.*：.+。$/s)
  })

  it('names the task and no line of a document that has none, and claims no more digits than there are', () => {
    const texts = found(original).map(lintFindingText)
    expect(texts.filter((text) => /第\d+行/.test(text))).toEqual([])
    expect(texts.find((text) => text.startsWith('7.1 '))).toMatch(
      /^7\.1 “.*48%”：百分比末位取舍有误：写48%，应为49%（保留两位小数为48\.67%）。$/,
    )
    expect(texts.join()).not.toContain('准确值')
  })

  it('says nothing twice, and calls nothing right that it asks about', () => {
    const texts = found(original).map(lintFindingText)
    expect(texts.find((text) => text.startsWith('2.3 '))).toMatch(/：写43\.34%，应为43\.33%。$/)
    expect(texts.find((text) => text.includes('“100.45%”'))).toContain('实际数确实多于应有数的，请说明原因；否则请更正。')
    expect(texts.filter((text) => /属正常|无需/.test(text))).toEqual([])
  })

  it('takes no sentence of the report’s own for the unit’s words, and yet knows the percentage that it states', () => {
    const asking = { ...register, indicators: register.indicators.map((one) => ({ ...one, statePercent: true })) }
    const written = (pending: boolean) =>
      reportText(
        buildReport({
          register: asking,
          consolidation: demoConsolidation(),
          ...(pending ? { pending: new Set(register.units.map(({ id }) => id)) } : {}),
        }),
      )
    for (const report of [written(false), written(true)]) {
      expect(report).toContain('经汇总，')
      const findings = lintReport(report, { register: asking })
      expect(findings.filter(({ quote }) => /经汇总|累计完成|尚未采纳/.test(quote))).toEqual([])
      const units = lintReport(demo, { register }).filter(({ task }) => task !== null)
      const named = (all: readonly LintFinding[]) =>
        all.filter(({ task }) => task !== null).map(({ code, task, quote }) => `${code} ${task} ${quote}`)
      expect(named(findings)).toEqual(named(units))
    }
  })
})

describe('a changed report', () => {
  const swap = (from: string, to: string) => {
    expect(demo).toContain(from)
    return demo.replace(from, to)
  }

  it.each<[string, string, string, string]>([
    ['a missing heading number', '五、加强窨井', '六、加强窨井', 'NUMBERING'],
    ['a task number twice', '工作任务2：组织“消夏', '工作任务1：组织“消夏', 'TASK_NUMBERING'],
    ['a wrong count', '23项具体任务', '24项具体任务', 'COUNTS_WRONG'],
    ['a wrong percentage', '占目标任务的44%', '占目标任务的54%', 'PCT_MISMATCH'],
    ['a percentage at one decimal', '占目标任务的98.4%', '占目标任务的98.5%', 'PCT_ROUNDING'],
    ['a full stop twice', '文艺演出3场。', '文艺演出3场。。', 'FULL_STOPS'],
    ['a comma before a full stop', '文艺演出3场。', '文艺演出3场，。', 'FULL_STOPS'],
    ['a bracket left open', '（三教文〔2021〕103号）', '（三教文〔2021〕103号', 'BRACKETS'],
    ['an unresolved reference', '文艺演出3场。', '文艺演出3场，见错误!未找到引用源。', 'ARTEFACT'],
    ['a spreadsheet error', '文艺演出3场。', '文艺演出#REF!场。', 'ARTEFACT'],
    ['a party organ that is not responsible', '已完成130场', '市委统战部已完成130场', 'UNIT_NOT_RESPONSIBLE'],
    ['what was not reported', '截至目前，已举行“消夏音乐季”文艺演出3场。', '暂未报送。', 'NOT_REPORTED'],
    ['parts above their total', '已完成130场', '已完成130场，其中上半年90场、下半年50场', 'PARTS_MISMATCH'],
  ])('%s is found', (_, from, to, code) => {
    const before = found(demo).filter((one) => one.code === code).length
    expect(found(swap(from, to)).filter((one) => one.code === code).length).toBe(before + 1)
  })

  it.each<[string, string, string, string]>([
    ['a right percentage', '43.34%', '43.33%', 'PCT_ROUNDING'],
    ['parts that fit', '及60千米', '及67.1千米', 'PARTS_MISMATCH'],
    ['the register’s other name of a responsible unit', '截至目前，已完成130场', '截至目前，市文广旅局已完成130场', 'UNIT_NOT_RESPONSIBLE'],
    ['a county-level city’s own bureau', '灵宝市西闫一中', '灵宝市教育体育局西闫一中', 'UNIT_NOT_RESPONSIBLE'],
    ['one spelling of a measure', '152.9千米10千伏及以下线路，', '152.9公里10千伏及以下线路，', 'NOTHING'],
    ['其中 with a part of the total', '已完成130场', '已完成130场，其中上半年90场、下半年10场', 'NOTHING'],
  ])('%s raises no new finding', (_, from, to, gone) => {
    const codes = found(swap(from, to)).map((one) => one.code)
    const before = found(demo).map((one) => one.code)
    for (const code of new Set(codes))
      expect(codes.filter((one) => one === code).length).toBeLessThanOrEqual(before.filter((one) => one === code).length)
    if (gone.startsWith('P')) expect(codes.filter((one) => one === gone).length).toBe(before.filter((one) => one === gone).length - 1)
  })

  it('knows texts of last period, and the day that forecasts are judged on', () => {
    const previous = demo.replaceAll('目前', '上月').replace('文艺演出3场', '文艺演出2场')
    const stale = found(demo, { previous })
      .filter((one) => one.code === 'TEXT_STALE')
      .map((one) => one.task)
    expect(stale).toEqual(['2.4', '8.1', '8.2', '9.1', '9.2', '9.3', '9.4'])
    expect(found(demo, { on: '2021-05-30' }).filter((one) => one.code === 'DATE_PAST')).toEqual([])
    expect(found(demo, { on: '2021-08-31' }).filter((one) => one.code === 'DATE_PAST').length).toBeGreaterThan(2)
  })
})

describe('parseReport', () => {
  it('finds every task at its place, with 工作任务 inside a paragraph left alone', () => {
    const ids = parseReport(original).categories.flatMap((category) => category.tasks.map((task) => task.id))
    expect(ids).toEqual(register.tasks.map((task) => task.id))
  })

  it('keeps further paragraphs with their text', () => {
    const report = parseReport('标题\n\n一、甲\n工作任务：乙。\n主要责任单位：丙\n进展情况：丁。\n戊。\n')
    expect(report.categories[0]?.tasks[0]?.progress.map((part) => part.text)).toEqual(['丁。', '戊。'])
  })

  it('takes numbered paragraphs of a text for what they are', () => {
    const own = '一、甲\n工作任务：乙。\n主要责任单位：丙\n进展情况：有两项。\n一、前期工作\n已完成。\n2、建设情况\n在建。\n'
    expect(parseReport(`标题\n\n${own}`).categories).toHaveLength(1)
    expect(lintReport(`标题\n\n${own}`, { register }).filter((one) => one.code === 'NUMBERING')).toEqual([])
  })

  it('never throws, and lints anything', () => {
    const piece = fc.constantFrom(
      '一、',
      '4、 ',
      '工作任务1：',
      '主要责任单位：',
      '进展情况：',
      '占目标任务的',
      '44%',
      '130场',
      '预计5月底',
      '\n',
      '。',
      '（',
      '[bookmark: x]',
      '市某某局',
      '其中',
      '剩余',
      '完工率',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 60 }), (parts) => {
        for (const one of lintReport(parts.join(''), { register })) expect(LINT_SEVERITY[one.code]).toBe(one.severity)
      }),
    )
  })
})
