import { describe, expect, it } from 'vitest'
import { cityRows } from '../../../shared/consolidation/cityRows.ts'
import type { UnitPeriod } from '../../../shared/consolidation/completeness.ts'
import { consolidate, consolidateRows } from '../../../shared/consolidation/consolidate.ts'
import type { FoldRow } from '../../../shared/consolidation/foldRow.ts'
import { judgeCity } from '../../../shared/consolidation/judgeCity.ts'
import { register2021 as register } from '../../../shared/register/year2021/register2021.ts'
import { buildReport } from '../../../shared/report/buildReport.ts'
import { lintReport } from '../../../shared/report/lint/lintReport.ts'
import type { ReportInput } from '../../../shared/report/reportInput.ts'
import { reportText } from '../../../shared/report/reportText.ts'
import { row } from '../consolidation/row.ts'

const from = (records: readonly FoldRow[], more: Partial<ReportInput> = {}) =>
  buildReport({ register, consolidation: consolidate(register, records, { period: '2021-05', asOfSeq: 7, era: 'e' }), ...more })
const progress = (records: readonly FoldRow[], task: string, more: Partial<ReportInput> = {}) =>
  from(records, more)
    .blocks.flatMap((block) => (block.kind === 'progress' && block.task === task ? block.paragraphs : []))
    .join('')
const opening = (records: readonly FoldRow[], more: Partial<ReportInput> = {}) =>
  from(records, more)
    .blocks.flatMap((block) => (block.kind === 'opening' ? [block.text] : []))
    .join('')
const provenance = (records: readonly FoldRow[], subject: string) =>
  from(records)
    .provenance.filter((one) => one.subject === subject)
    .map(({ area, value, note }) => [area, value, note])

const letterhead = { issuer: '', documentNo: '', signatory: '', addressee: '', date: '' }
const node = (part: string, values: Parameters<typeof row>[3]) => row('zhujian', '7.2.a', '411200', values, { part })
const dormitories = [
  row('jiaoyu', '3.b', '411221', { cumulative: 15, stage: 'basically_completed' }),
  row('jiaoyu', '3.b', '411224', { cumulative: 65, stage: 'completed' }),
  row('jiaoyu', '3.b', '411282', { cumulative: 27, stage: 'started' }),
]

describe('a task without a text says what was told of it all the same', () => {
  it.each<[string, string, readonly FoldRow[], string]>([
    ['nodes that are done', '7.2', [node('施工招标', { done: true }), node('完工', { done: false })], '：节点2个，完成1个'],
    ['a milestone without nodes', '7.2', [row('zhujian', '7.2.a', '411200', { done: true })], '崤山路崤函小学门口新建过街天桥：已完成'],
    ['a rate by its percentage alone', '9.1', [row('zhengshu', '9.1.b', '411200', { statedPercent: 92.5 })], '为92.5%'],
    [
      'a figure of the whole city',
      '7.1',
      [row('jiaotong', '7.1.a', '411200', { cumulative: 146 })],
      '全市累计完成146公里，占目标任务的48.67%（分县数暂未报送）',
    ],
    [
      'a figure at another stage',
      '9.3',
      [row('sifa', '9.3.b', '411200', { cumulative: 1105, stage: 'accepted' })],
      '受理1105件（不计入累计完成）',
    ],
    [
      'a figure of the whole city at another stage',
      '7.1',
      [row('jiaotong', '7.1.a', '411200', { cumulative: 146, stage: 'started' })],
      '新建农村公路：开工146公里（不计入累计完成）',
    ],
    ['a count whose rate nobody said', '8.1', [row('weijian', '8.1.c', '411200', { cumulative: 4405 })], '筛查率的比率未报（4405例）'],
    ['a milestone by its figure', '7.2', [row('zhujian', '7.2.a', '411200', { cumulative: 1 })], '过街天桥：已完成'],
    [
      'figures of counties where the city’s is asked',
      '5',
      [row('zhujian', '5.a', '411202', { cumulative: 300 })],
      '已报分县数，全市数暂未报送',
    ],
  ])('%s', (_, task, records, words) => {
    expect(progress(records, task)).toContain(words)
    expect(progress(records, task)).toContain('文字材料暂未报送。')
    expect(opening(records)).toContain('已报送进展1项')
    const lint = lintReport(from(records), { register })
    expect(lint.filter(({ code, task: of }) => code === 'NOT_REPORTED' && of === task)).toEqual([])
  })

  it('rates of counties that nobody can add up are there as they are', () => {
    const others = register.assignments.filter(({ subject }) => subject !== '9.3.a')
    const areas = ['411202', '411203', '411221']
    const byCounty = {
      ...register,
      assignments: [...others, { subject: '9.3.a', reporter: 'sifa', areas, ofRecord: true, required: true }],
    }
    const rates = areas.map((area, index) => row('sifa', '9.3.a', area, { statedPercent: 40 + 10 * index }))
    const text = reportText(
      buildReport({ register: byCounty, consolidation: consolidate(byCounty, rates, { period: '2021-05', asOfSeq: 7, era: 'e' }) }),
    )
    expect(text).toContain('的比例：3个地区所报为40%至60%，未报分子分母，不合成全市数')
  })

  it('a text that ends without a full stop is a sentence all the same', () => {
    const text = row('wenlv', '2.3', '411200', { progressText: '已演出一百多场' })
    const asking = {
      ...register,
      indicators: register.indicators.map((one) => (one.id === '2.3.a' ? { ...one, statePercent: true } : one)),
    }
    const records = [text, row('wenlv', '2.3.a', '411200', { cumulative: 130 })]
    const consolidation = consolidate(asking, records, { period: '2021-05', asOfSeq: 7, era: 'e' })
    expect(reportText(buildReport({ register: asking, consolidation }))).toContain('已演出一百多场。经汇总，')
  })

  it('a remark or a target alone is no progress', () => {
    for (const values of [{ target: 300 }, { target: 300, remark: '正在采购' }]) {
      expect(progress([row('wenlv', '2.3.a', '411200', values)], '2.3')).toBe('暂未报送。')
    }
  })

  it('counties at an earlier stage have reported: their figures stand beside the sum', () => {
    const text = progress(dormitories, '3')
    expect(text).toContain('累计完成65套，占目标任务的60.75%（另有基本完工15套、开工27套，不计入）')
    expect(progress(dormitories.slice(0, 2), '3')).toContain('（另有基本完工15套，不计入；部分地区暂未报送）')
  })

  it('names who else sent a text, and whose text is missing', () => {
    const county = row('hubin', '7.1', '411202', { progressText: '已完成9公里。' })
    expect(progress([county], '7.1')).toBe('牵头单位暂未报送，湖滨区人民政府已报送。')
    expect(opening([county])).toContain('牵头单位暂未报送、其他单位已报送1项，暂未报送22项')
    const roads = row('jiaotong', '7.1.a', '411202', { cumulative: 9 })
    expect(progress([county, roads], '7.1')).toContain('文字材料牵头单位暂未报送，湖滨区人民政府已报送。')
    expect(progress([county], '7.1', { letterhead, pending: new Set(['hubin']) })).toBe('本期未列。')
  })
})

describe('the opening', () => {
  const texts = (text: string) =>
    register.tasks.flatMap(({ id }) => {
      const reporter = register.assignments.find(({ subject, ofRecord }) => subject === id && ofRecord)?.reporter ?? ''
      return [row(reporter, id, register.city, { progressText: text })]
    })

  it.each(['暂无进展。', '无', '截至目前，本月暂无新进展。', '详见附件', '与上月一致。', '本月未开展相关工作。', '待定'])(
    'takes %s for no progress',
    (text) => {
      expect(opening(texts(text))).toContain('已报送进展0项，报称暂无进展23项')
      expect(progress(texts(text), '7.1')).toBe(text)
    },
  )

  it('says beside texts that figures are missing', () => {
    expect(opening(texts('正在推进。'))).toMatch(/23项任务均已报送进展（其中\d+项数据未报齐）/)
  })

  it('counts a task whose text says 暂无进展 by the figures that came', () => {
    const records = [...texts('暂无进展。'), row('wenlv', '2.3.a', '411200', { cumulative: 130 })]
    expect(opening(records)).toContain('已报送进展1项，报称暂无进展22项')
    expect(progress(records, '2.3')).toContain('报送单位文字填写“暂无进展”。经汇总，政府采购百场戏累计完成130场')
  })
})

describe('a report that is issued', () => {
  const states: readonly FoldRow[] = [
    row('gongdian', '10', '411200', { progressText: '已开工。' }),
    row('wenlv', '2.3', '411200', { progressText: '暂无进展。' }),
    row('wenlv', '2.3.a', '411200', { cumulative: 130 }),
    row('nongye', '9.5', '411200', { progressText: '暂无进展。' }),
    row('jiaoyu', '3.b', '411221', { cumulative: 15 }),
  ]
  const issued = (pending: readonly string[]) => from(states, { letterhead, pending: new Set(pending) })
  const INTERNAL = /采纳|暂略|报称|文字材料|文字填写|督查室/

  it.each([[[]], [['gongdian']], [['wenlv', 'jiaoyu']], [['gongdian', 'wenlv', 'nongye', 'jiaoyu']]])(
    'says nothing of how it came about, with %j not accepted; that is told beside it',
    (pending) => {
      const report = issued(pending)
      expect(reportText(report)).not.toMatch(INTERNAL)
      const beside = report.leftOut.join('')
      for (const reporter of pending) expect(beside).toContain(register.units.find(({ id }) => id === reporter)?.name)
    },
  )

  it('gives the figures of a unit that wrote 暂无进展 beside them, and says so beside it', () => {
    expect(progress(states, '2.3', { letterhead })).toBe('经汇总，政府采购百场戏累计完成130场，占目标任务的43.33%。')
    expect(issued([]).leftOut).toContain('2.3 市文化广电旅游局的文字填写“暂无进展”，正式报告只列数字。')
    expect(opening(states, { letterhead })).toContain('，暂无进展1项')
  })
})

describe('a node whose day of completion is still to come', () => {
  const nodes = [node('施工招标', { done: true }), node('竣工', { planned: '2021-05-20', actual: '2021-06-18' })]
  const on = (day: string, records: readonly FoldRow[] = nodes) => {
    const inputs = { today: day, softDeadline: '2021-07-31', units: [], overrides: new Map(), before: null, atDeadline: null }
    const consolidation = judgeCity(register, records, { period: '2021-05', asOfSeq: 7, era: 'e' }, inputs)
    const { blocks, provenance } = buildReport({ register, consolidation })
    const text = blocks.flatMap((block) => (block.kind === 'progress' && block.task === '7.2' ? block.paragraphs : [])).join('')
    return { text, notes: provenance.flatMap(({ subject, note }) => (subject === '7.2.a' ? [note] : [])), consolidation }
  }

  it('is not done in the sentence, in 数据来源, nor for its light, until the day has come', () => {
    const before = on('2021-06-17')
    expect(before.text).toContain('节点2个，完成1个')
    expect(before.notes).toEqual(['已完成', '尚未完成'])
    expect(before.consolidation.indicators.find(({ indicator }) => indicator === '7.2.a')?.light?.light).toBe('red')
    const after = on('2021-06-18')
    expect(after.text).toContain('节点2个，完成2个')
    expect(after.notes).toEqual(['已完成', '已完成'])
  })

  it('is no report where it is all that was written', () => {
    const alone = [node('竣工', { actual: '2021-06-18' })]
    expect(on('2021-06-17', alone).text).toContain('暂未报送')
    expect(on('2021-06-18', alone).text).toContain('节点1个，完成1个')
  })
})

describe('数据来源', () => {
  it('says of each value its stage, and whether it counts', () => {
    expect(provenance(dormitories, '3.b')).toEqual([
      ['渑池县', '15', '基本完工，不计入'],
      ['卢氏县', '65', '完成'],
      ['灵宝市', '27', '开工，不计入'],
    ])
  })

  it('says of each row that nobody accepted how far its report is', () => {
    const unit = { reporter: 'jiaoyu', completeAt: null, extendedTo: null }
    const notes = (units: readonly UnitPeriod[], pending = ['jiaoyu']) => {
      const consolidation = consolidateRows(cityRows(register, dormitories, '2021-05', { units }), {
        period: '2021-05',
        asOfSeq: 7,
        era: 'e',
      })
      const { provenance } = buildReport({ register, consolidation, pending: new Set(pending) })
      return provenance.flatMap(({ subject, note }) => (subject === '3.b' ? [note] : []))
    }
    expect(notes([])).toEqual(['基本完工，不计入；草稿', '完成；草稿', '开工，不计入；草稿'])
    expect(notes([{ ...unit, state: 'returned' }])[1]).toBe('完成；退回待改')
    expect(notes([{ ...unit, state: 'reviewed', changedRows: ['3.b|411224|'] }])[1]).toBe('完成；已审核，未批准，其后有改动')
    expect(notes([{ ...unit, state: 'accepted' }], [])[1]).toBe('完成')
    expect(notes([{ ...unit, state: 'accepted', changedRows: ['3.b|411224|'] }], [])[1]).toBe('完成；督查室已采纳，其后有改动')
  })

  it('has no line for an area that need not report, and one for the figure of the whole city', () => {
    const city = [row('jiaotong', '7.1.a', '411200', { cumulative: 146 })]
    expect(provenance(city, '7.1.a').at(-1)).toEqual(['三门峡市', '146', '全市另报，分县数暂未报送'])
    expect(provenance(city, '7.1.a').slice(0, -1)).toEqual(Array(6).fill(expect.arrayContaining(['只报全市数'])))
    const both = [...city, row('jiaotong', '7.1.a', '411202', { cumulative: 9 })]
    expect(provenance(both, '7.1.a').at(-1)).toEqual(['三门峡市', '146', '全市另报，不计入合计'])
    expect(provenance([], '3.b').map(([area]) => area)).toEqual(['渑池县', '卢氏县', '灵宝市'])
  })

  it('calls a milestone that the text tells no missing one', () => {
    expect(provenance([row('zhujian', '7.2', '411200', { progressText: '已开工。' })], '7.2.a')).toEqual([
      ['三门峡市', '见进展情况文字', ''],
    ])
    const withheld = from([row('zhujian', '7.2', '411200', { progressText: '已开工。' })], { letterhead, pending: new Set(['zhujian']) })
    expect(withheld.provenance.filter(({ subject }) => subject === '7.2.a').map(({ value }) => value)).toEqual(['另有文字，报告未列'])
    expect(provenance([node('施工招标', { done: true })], '7.2.a')).toEqual([['三门峡市', '', '已完成']])
    expect(provenance([], '7.2.a')).toEqual([['三门峡市', '暂未报送', '']])
  })
})
