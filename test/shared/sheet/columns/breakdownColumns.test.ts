import { describe, expect, it } from 'vitest'
import type { CellValue, Grid } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'

const read = (cells: readonly (readonly CellValue[])[], merges: readonly string[] = []) => {
  const grid: Grid = { sheetName: 'S', cells, texts: {}, formats: {}, merges, formulas: {}, hiddenRows: [], date1904: false }
  const reading = readSheet(grid, register2021, { period: '2021-05', year: 2021 })
  if (!reading.ok) throw new Error(reading.fault.tag)
  return reading.value
}

const figures = (reading: ReturnType<typeof read>) =>
  reading.records.map(({ subject, area, part, values }) => [
    subject,
    area,
    part,
    typeof values.target === 'number' ? values.target / 10_000 : null,
    typeof values.cumulative === 'number' ? values.cumulative / 10_000 : null,
  ])

describe('columns that break one figure down', () => {
  const rows = (parts: readonly string[], counts: readonly number[]) =>
    read(
      [
        ['5G基站建设情况'],
        ['县（市、区）', '年度任务', '开通数', ...parts.slice(1).map(() => null)],
        [null, null, ...parts],
        ['湖滨区', 300, ...counts],
        ['陕州区', 130, ...counts],
      ],
      ['A2:A3', 'B2:B3', `C2:${String.fromCharCode(66 + parts.length)}2`],
    )

  it.each([
    ['the sum is taken, last', ['移动', '联通', '合计'], [60, 40, 100], 100],
    ['the sum is taken, first', ['合计', '移动', '联通'], [100, 60, 40], 100],
    ['without a sum none is taken', ['移动', '联通', '电信'], [60, 40, 35], null],
  ])('%s', (_, parts, counts, taken) => {
    expect(figures(rows(parts, counts))[0]).toEqual(['6.2.a', '411202', '', 300, taken])
  })

  it('parts beside a sum are known and not read; without it they are told', () => {
    const codes = (reading: ReturnType<typeof read>) => reading.findings.map(({ code }) => code)
    expect(codes(rows(['移动', '联通', '合计'], [60, 40, 100]))).not.toContain('NOT_READ')
    expect(codes(rows(['移动', '联通', '电信'], [60, 40, 35]))).toContain('NOT_READ')
  })
})

describe('kinds that have the same headings each, beside their sum', () => {
  /** 法律援助 with a target, two kinds and perhaps their sum, each 已办结 and 未办结. */
  const kinds = (
    groups: readonly string[],
    own: readonly string[] = ['已办结', '未办结'],
    counts: readonly number[] = [120, 31, 205, 44, 325, 75],
  ) =>
    read(
      [
        ['法律援助案件办理情况（单位：件）'],
        ['县（市、区）', '年度任务', ...groups.flatMap((group) => [group, ...own.slice(1).map(() => null)])],
        [null, null, ...groups.flatMap(() => own)],
        ['湖滨区', 420, ...counts],
        ['陕州区', 430, ...counts.map((count) => count * 2)],
      ],
      [
        'A2:A3',
        'B2:B3',
        ...groups.map((_, i) => `${String.fromCharCode(67 + i * own.length)}2:${String.fromCharCode(66 + (i + 1) * own.length)}2`),
      ],
    )
  const asides = (reading: ReturnType<typeof read>) =>
    reading.tables[0]?.columns.slice(2).map(({ aside, why }) => aside === true && why.reason)
  const OTHERS = ['part_of_sum', 'part_of_sum', 'part_of_sum', 'part_of_sum']

  it('are parts, and the sum’s column that counts is the figure, wherever it stands', () => {
    const last = kinds(['刑事案件', '民事案件', '合计'])
    expect(figures(last).map((row) => row.slice(3))).toEqual([
      [420, 325],
      [430, 650],
    ])
    expect(asides(last)).toEqual([...OTHERS, false, 'other_stage'])
    const first = kinds(['总计', '刑事案件', '民事案件'], undefined, [325, 75, 120, 31, 205, 44])
    expect(figures(first)[0]?.slice(3)).toEqual([420, 325])
    const turned = kinds(['诉讼类', '非诉类', '小计'], ['未办结', '已办结'], [31, 120, 44, 205, 75, 325])
    expect(figures(turned)[0]?.slice(3)).toEqual([420, 325])
  })

  it('nothing is wrong with them, and a sum that is not theirs is still the city’s where the parts are areas', () => {
    expect(kinds(['刑事案件', '民事案件', '合计']).findings.map(({ code }) => code)).not.toContain('NOT_READ')
    const areas = read(
      [
        ['任务', '湖滨区', null, '陕州区', null, '合计', null],
        [null, '目标', '完成', '目标', '完成', '目标', '完成'],
        ['新建农村公路', 20, 12, 40, 30, 60, 42],
      ],
      ['A1:A2', 'B1:C1', 'D1:E1', 'F1:G1'],
    )
    expect(figures(areas).map((row) => row.slice(1))).toEqual([
      ['411202', '', 20, 12],
      ['411203', '', 40, 30],
    ])
  })

  it('are parts at whatever level they stand', () => {
    const deep = (kinds: readonly [string, string, string], stages: readonly [string, string], counts: readonly number[]) =>
      read(
        [
          ['法律援助案件受理办结情况'],
          ['县（市、区）', '全年任务（件）', '法律援助案件（件）', ...Array<null>(11).fill(null)],
          [null, null, ...kinds.flatMap((kind) => [kind, null, null, null])],
          [null, null, ...kinds.flatMap(() => [stages[0], null, stages[1], null])],
          [null, null, ...Array<readonly string[]>(6).fill(['本月', '累计']).flat()],
          ['湖滨区', 480, ...counts],
          ['陕州区', 410, ...counts.map((count) => count * 2)],
          ['渑池县', 420, ...counts.map((count) => count * 3)],
        ],
        ['A1:N1', 'A2:A5', 'B2:B5', 'C2:N2', 'C3:F3', 'G3:J3', 'K3:N3', 'C4:D4', 'E4:F4', 'G4:H4', 'I4:J4', 'K4:L4', 'M4:N4'],
      )
    const last = deep(['民事行政类', '刑事类', '合计'], ['受理', '办结'], [30, 140, 30, 106, 18, 86, 19, 65, 48, 226, 49, 171])
    expect(figures(last).map((row) => row.slice(3))).toEqual([
      [480, 171],
      [410, 342],
      [420, 513],
    ])
    const first = deep(['总计', '诉讼类', '非诉类'], ['办结', '受理'], [49, 171, 48, 226, 30, 106, 30, 140, 19, 65, 18, 86])
    expect(figures(first)[0]?.slice(3)).toEqual([480, 171])
    for (const reading of [last, first]) {
      expect(reading.questions).toEqual([])
      expect(reading.findings.filter(({ severity }) => severity !== 'info')).toEqual([])
    }
  })

  it('are none where the groups are indicators, or their headings differ', () => {
    const works = read(
      [
        ['县（市、区）', '新建农村公路', null, '整治窨井设施', null, '合计', null],
        [null, '目标', '完成', '目标', '完成', '目标', '完成'],
        ['湖滨区', 20, 12, 400, 300, 420, 312],
        ['陕州区', 30, 15, 500, 400, 530, 415],
      ],
      ['A1:A2', 'B1:C1', 'D1:E1', 'F1:G1'],
    )
    expect(figures(works).map(([subject, , , target, done]) => [subject, target, done])).toEqual([
      ['7.1.a', 20, 12],
      ['5.a', 400, 300],
      ['7.1.a', 30, 15],
      ['5.a', 500, 400],
    ])
    const differing = kinds(['刑事案件', '民事案件'], ['受理', '未办结'], [120, 31, 205, 44])
    expect(asides(differing)).not.toContain('part_of_sum')
  })
})

describe('kinds of one work beside their sum', () => {
  /** Lines planned and done, in kinds under a heading that names a size or directly under the work. */
  const lines = (work: string, size: string | null, own: readonly string[], counts: readonly number[]) =>
    read(
      [
        ['2021年农村电网建设工程进度'],
        ['县（市、区）', '10千伏及以下线路计划（千米）', work, null, null],
        [null, null, size ?? work, null, null],
        [null, null, ...own],
        ['湖滨区', 16, ...counts],
        ['陕州区', 43, ...counts.map((count) => count * 2)],
      ],
      ['A2:A4', 'B2:B4', 'C2:E2', 'C3:E3'],
    )
  const done = (reading: ReturnType<typeof read>) => figures(reading).map(([subject, , , target, count]) => [subject, target, count])
  const DONE = [
    ['10.b', 16, 14],
    ['10.b', 43, 28],
  ]

  it('are parts of it, whatever stands between them and the work', () => {
    expect(done(lines('完成线路', '里程', ['合计（千米）', '新建（千米）', '改造（千米）'], [14, 6, 8]))).toEqual(DONE)
    expect(done(lines('已完成线路', '长度', ['新建', '改建', '小计'], [6, 8, 14]))).toEqual(DONE)
    expect(done(lines('累计完成线路', '数量', ['改造', '合计', '新建'], [8, 14, 6]))).toEqual(DONE)
  })

  it('are told, and none is taken for it, where it has no sum', () => {
    const reading = lines('完成线路', '里程', ['新建', '改造', '改建'], [14, 6, 8])
    expect(done(reading).map(([, , count]) => count)).toEqual([null, null])
    expect(reading.findings.map(({ code }) => code)).toContain('NOT_READ')
  })

  it('are no figure where what is under way is broken down, or no work is named', () => {
    for (const work of ['在建线路', '其他情况'])
      expect(done(lines(work, '里程', ['合计', '新建', '改造'], [14, 6, 8])).map(([, , count]) => count)).toEqual([null, null])
  })
})

describe('what was done behind the act', () => {
  const counted = (heading: string) =>
    figures(
      read([
        ['县（市、区）', '改造配电台区任务（个）', heading],
        ['湖滨区', 18, 17],
        ['陕州区', 42, 35],
      ]),
    ).map(([subject, , , , count]) => [subject, count])

  it('names its indicator', () => {
    for (const heading of ['完成台区（个）', '已完成台区（个）', '累计完成台区'])
      expect(counted(heading)).toEqual([
        ['10.a', 17],
        ['10.a', 35],
      ])
  })

  it('is not the act alone, nor money spent', () => {
    const spent = read(
      [
        ['县（市、区）', '改造配电台区任务（个）', '完成台区（个）', '完成投资（万元）', null],
        [null, null, null, '总投资', '计划投资'],
        ['湖滨区', 18, 17, 754, 800],
        ['陕州区', 42, 35, 1658, 1700],
      ],
      ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1'],
    )
    expect(spent.tables[0]?.columns.slice(2).map(({ field }) => field)).toEqual(['cumulative', 'invest_done', 'invest_plan'])
  })
})

describe('figures that are each one’s or none’s', () => {
  const beside = (target: string, first: string, second: string, counts: readonly number[]) =>
    read(
      [
        ['县（市、区）', target, first, second],
        ['湖滨区', ...counts],
        ['陕州区', ...counts],
      ],
      [],
    )

  it.each([
    ['promised alike', beside('年度任务', '宫颈癌筛查人数', '乳腺癌筛查人数', [5500, 1480, 1520]), 5500],
    ['of two measures', beside('年度任务', '农村公路（公里）', '自然村通硬化路（个）', [20, 12.5, 7]), null],
  ])('one target over counts %s', (_, reading, target) => {
    expect(figures(reading).map(([, , , own]) => own)).toEqual([target, target, target, target])
  })

  it('a rate that the register counts by no measure has its numerator and its whole', () => {
    const reading = read([
      ['县（市、区）', '村（居）总数', '专业律师担任法律顾问的村（居）数', '专业律师担任村（居）法律顾问的比例'],
      ['湖滨区', 120, 80, '66.67%'],
    ])
    const values = reading.records.find(({ subject }) => subject === '9.3.a')?.values
    expect(values?.statedPercent).toBe(666_700)
    expect(values?.target ?? null).toBeNull()
  })

  it('batches named by sections are parts', () => {
    const reading = read(
      [
        ['配电台区改造升级进度（单位：个）'],
        ['县（市、区）', '年度任务', '已完工'],
        ['一、配网一批'],
        ['灵宝市', 30, 18],
        ['二、配网二批'],
        ['灵宝市', 50, 0],
      ],
      ['A3:C3', 'A5:C5'],
    )
    expect(figures(reading)).toEqual([
      ['10.a', '411282', '配网一批', 30, 18],
      ['10.a', '411282', '配网二批', 50, 0],
    ])
  })

  it('of several figures in a cell the one that is done counts', () => {
    const reading = read([
      ['工作任务', '年度目标', '累计完成'],
      ['窨井设施整治', 7000, '已整治2030个，另有450个正在施工'],
      ['完成法律援助案件', 2500, 1105],
    ])
    expect(figures(reading)).toEqual([
      ['5.a', '411200', '', 7000, 2030],
      ['9.3.b', '411200', '', 2500, 1105],
    ])
  })
})

describe('what a row says of itself', () => {
  it('is its measure, in brackets behind its name', () => {
    const reading = read([
      ['项目', '全年任务', '完成量'],
      ['城镇老旧小区改造（万户）', 2.9, 0.4],
      ['窨井设施整治（个）', 7000, 2030],
    ])
    expect(figures(reading)).toEqual([
      ['4.a', '411200', '', 29_000, 4000],
      ['5.a', '411200', '', 7000, 2030],
    ])
  })

  it('may be no more than whether it is done, of a task without counts', () => {
    const reading = read([
      ['任务', '状态', '推进情况'],
      ['货车入市通行证网上办理系统', '进行中', '正在测试。'],
      ['设立“崤函三农”信息服务平台', '已完成', '已上线运行。'],
    ])
    const done = reading.records.filter(({ values }) => values.done !== undefined).map(({ subject, values }) => [subject, values.done])
    expect(done).toEqual([
      ['9.4.a', false],
      ['9.5.a', true],
    ])
  })

  it('is one of several measures under a heading, the one that is registered', () => {
    const reading = read(
      [
        ['2021年老旧小区改造进展情况表'],
        ['县（市、区）', '年度目标', null, '未开工小区数', '在建小区数', '累计完成', null],
        [null, '小区数（个）', '户数（户）', null, null, '小区数（个）', '户数（户）'],
        ['湖滨区', 60, 6500, 20, 32, 8, 900],
        ['陕州区', 41, 4300, 15, 21, 5, 520],
      ],
      ['A2:A3', 'B2:C2', 'D2:D3', 'E2:E3', 'F2:G2'],
    )
    expect(figures(reading)).toEqual([
      ['4.a', '411202', '', 6500, 900],
      ['4.a', '411203', '', 4300, 520],
    ])
  })
})

describe('nodes as columns', () => {
  const heading = ['项目名称', '可研批复', '施工招标', '开工', '完工']
  const done = (reading: ReturnType<typeof read>) => reading.records.map(({ part, values }) => [part, values.done])

  it('are done where ticked, not where crossed or blank, and none where dashed', () => {
    expect(done(read([heading, ['市中医院PCR实验室', '√', '√', '×', null], ['过街天桥亮化', '√', '—', null, null]]))).toEqual([
      ['可研批复', true],
      ['施工招标', true],
      ['开工', false],
      ['完工', false],
      ['可研批复', true],
      ['开工', false],
      ['完工', false],
    ])
  })

  it('a single ticked column is no node', () => {
    const reading = read([
      ['项目名称', '年度目标', '完成数', '招标'],
      ['过街天桥亮化', 6, 2, '√'],
    ])
    expect(figures(reading).filter(([subject]) => subject === '7.3.a')).toEqual([['7.3.a', '411200', '', 6, 2]])
  })
})

describe('rows that are no rows of their own', () => {
  it('words that go on are put with the row above', () => {
    const reading = read([
      ['序号', '工作任务', '目标', '完成数', '进展情况'],
      [1, '建设新时代文明实践阅报栏', 200, 40, '建成40个。'],
      [null, null, null, null, '其余待招标。'],
    ])
    expect(figures(reading).filter(([subject]) => subject === '2.4.a')).toEqual([['2.4.a', '411200', '', 200, 40]])
    expect(reading.records.find(({ subject }) => subject === '2.4')?.values.progressText).toBe('建成40个。\n其余待招标。')
    expect(reading.tables[0]?.skipRows).toEqual([{ row: 3, reason: 'continuation' }])
  })

  const sections = (first: string) =>
    read(
      [
        ['序号', '指标', '年度目标', '累计完成'],
        [first],
        [1, '新建农村公路', 80, 43.5],
        [2, '自然村通硬化路', 70, 35],
        ['湖滨区'],
        [1, '新建农村公路', 20, 12.5],
        [2, '自然村通硬化路', 12, 7],
        ['陕州区'],
        [1, '新建农村公路', 60, 31],
        [2, '自然村通硬化路', 58, 27],
      ],
      ['A2:D2', 'A5:D5', 'A8:D8'],
    )

  it('a section of the whole city holds totals, each compared with its own indicator', () => {
    const reading = sections('全市')
    expect(figures(reading).map(([, area]) => area)).toEqual(['411202', '411202', '411203', '411203'])
    expect(reading.findings.filter(({ severity }) => severity === 'error').map(({ code, cell }) => `${cell} ${code}`)).toEqual([
      'D4 SUM_MISMATCH',
    ])
  })

  it('a section of a functional zone is told, and its rows are nobody’s', () => {
    const reading = sections('经济开发区')
    expect(figures(reading).map(([, area]) => area)).toEqual(['411202', '411202', '411203', '411203'])
    expect(reading.findings.map(({ code, cell }) => `${cell} ${code}`)).toContain('A2 AREA_NOT_IN_REGISTER')
  })
})
