import { describe, expect, it } from 'vitest'
import { numberFromScaled } from '../../../../shared/quantity/scaled.ts'
import { alarmsOf, figuresOf, readRows } from '../cells/readRows.ts'

const PROJECTS = [
  ['市区供热管网及换热站建设工程', '在市区新建供热管网6公里、换热站10座', '供热管网已完成5.2公里，换热站已建成8座'],
  ['市区燃气管道建设工程', '在市区新建燃气管道10公里', '已完成9.1公里'],
  ['市区过街天桥亮化工程', '对6座过街天桥实施亮化', '已完成5座，剩余1座正在调试'],
  ['农村公路建设工程', '新建农村公路300公里', '已完成262.4公里，其余路段正在铺筑路面'],
  [null, '完成280个自然村通硬化路', '已完成251个'],
] as const
const FIGURES = [['6.1.a 5.2', '6.1.b 8'], ['6.1.c 9.1'], ['7.3.a 5'], ['7.1.a 262.4'], ['7.1.b 251']]

describe('sentences under 形象进度 are the report where no column has figures', () => {
  it.each(['主要形象进度', '工程形象进度', '形象进度', '目前形象进度', '建设进度'])('%s', (heading) => {
    const reading = readRows(['项目名称', '建设规模及内容', heading], PROJECTS, { merges: ['A6:A7'] })
    expect(PROJECTS.map((_, i) => figuresOf(reading, i + 3))).toEqual(FIGURES)
    expect(reading.records.filter(({ values }) => values.progressText !== undefined).length).toBeGreaterThan(0)
  })

  it('those of a plan are not', () => {
    const rows = PROJECTS.map(([name, scale, text], i) => [name, scale, `年底前建成${i + 1}座`, text])
    const reading = readRows(['项目名称', '建设规模及内容', '2021年计划形象进度', '实际形象进度'], rows, { merges: ['A6:A7'] })
    expect(PROJECTS.map((_, i) => figuresOf(reading, i + 3))).toEqual(FIGURES)
  })
})

describe('a figure under 形象进度 that nothing takes is said', () => {
  const rows = [
    ['市区燃气管道建设工程', '新建燃气管道10公里', null, '已完成9.1公里'],
    ['市区过街天桥亮化工程', '对6座过街天桥实施亮化', 5, '已完成5座'],
    ['农村公路建设工程', '新建农村公路300公里', null, '正在铺筑路面'],
    ['窨井设施整治工程', '整治窨井设施7000个', null, '累计整治6310个，正在验收'],
  ] as const

  it('beside a column of figures that is blank', () => {
    const reading = readRows(['项目名称', '建设规模及内容', '累计完成', '形象进度'], rows)
    expect(figuresOf(reading, 4)).toEqual(['7.3.a 5'])
    expect(alarmsOf(reading).filter((alarm) => alarm.endsWith('NOT_READ'))).toEqual(['D3 NOT_READ', 'D6 NOT_READ'])
  })
})

describe('money of other times is known, and the plan’s is the plan', () => {
  const rows = [
    ['市区燃气管道建设工程', '新建燃气管道10公里', 350, 980, 902, '已完成9.1公里'],
    ['市区过街天桥亮化工程', '对6座过街天桥实施亮化', 20, 150, 118, '已完成5座'],
  ]

  it.each([
    ['至2020年底累计完成投资（万元）', '2021年计划投资（万元）', '2021年完成投资（万元）'],
    ['2020年完成投资（万元）', '年度计划投资（万元）', '累计完成投资（万元）'],
    ['上月末完成投资（万元）', '计划投资（万元）', '本月末完成投资（万元）'],
  ])('%s | %s | %s', (before, plan, done) => {
    const reading = readRows(['项目名称', '建设规模及内容', before, plan, done, '形象进度'], rows)
    const { values } = reading.records.find(({ subject }) => subject === '6.1.c') ?? {}
    expect([values?.investPlan, values?.investDone].map((one) => (one == null ? undefined : numberFromScaled(one)))).toEqual([
      9_800_000, 9_020_000,
    ])
    expect(reading.setAside.some(({ first }) => first === 'C3')).toBe(true)
  })
})

describe('rows of progress in words are no headings', () => {
  it.each([
    ['正在推进', '已完成9.1公里', '已建成5座'],
    ['正常推进', '完成9.1公里', '完成5座'],
    ['正在开展', '累计完成9.1公里', '目前建成5座'],
  ])('%s, %s, %s', (state, first, second) => {
    const reading = readRows(
      ['项目名称', '建设规模及内容', '进展情况', '形象进度'],
      [
        ['市区燃气管道建设工程', '新建燃气管道10公里', state, first],
        ['市区过街天桥亮化工程', '对6座过街天桥实施亮化', state, second],
        ['窨井设施整治工程', '整治窨井设施7000个', state, '累计整治6310个，正在验收'],
      ],
    )
    const found = [3, 4, 5].flatMap((row) => figuresOf(reading, row).map((figure) => figure.split(' ')[1]))
    const told = alarmsOf(reading).filter((alarm) => /^D\d NOT_READ/u.test(alarm))
    expect(found.filter((figure) => ['9.1', '5', '6310'].includes(figure ?? '')).length + told.length).toBe(3)
  })
})
