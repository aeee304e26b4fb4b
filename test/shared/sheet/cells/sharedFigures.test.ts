import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../../shared/sheet/cells/statements.ts'
import { alarmsOf, figuresOf, readRows } from './readRows.ts'

const read = (name: string, target: string, done: string | number) =>
  readRows(
    ['序号', '实事项目', '目标数', '完成数'],
    [
      [1, name, target, done],
      [2, '残疾儿童康复救助', '700人', '655人'],
    ],
  )

describe('the figures of two indicators in one cell', () => {
  it.each<readonly [name: string, target: string, done: string, figures: readonly string[]]>([
    // by words
    ['供热管网及燃气管道', '供热6公里、燃气10公里', '供热4.1公里、燃气7.7公里', ['6.1.a 4.1', '6.1.c 7.7']],
    ['供热管网及燃气管道', '供热6公里、燃气10公里', '燃气7.7公里、供热4.1公里', ['6.1.a 4.1', '6.1.c 7.7']],
    ['宫颈癌和乳腺癌筛查', '4.4万人、4.4万人', '乳腺癌12073人，宫颈癌11745人', ['8.1.a 11745', '8.1.b 12073']],
    ['特岗教师招聘与教师周转宿舍', '60名、107套', '已到岗52名，竣工65套', ['3.a 52', '3.b 65']],
    // by measure
    ['农村公路和自然村通硬化路', '300公里/280个', '146公里/123个', ['7.1.a 146', '7.1.b 123']],
    ['自然村通硬化路和农村公路', '300公里，280个', '146公里，123个', ['7.1.b 123', '7.1.a 146']],
    ['换热站和社区用房', '换热站10座；湖滨区用房6个', '6座；4个', ['6.1.b 6', '1.b 4']],
    ['配电台区改造和10千伏线路', '220个、220千米', '134个 96.5千米', ['10.a 134', '10.b 96.5']],
    ['换热站、供热管网、燃气管道', '10座、6公里、10公里', '6座、4.1公里、7.7公里', ['6.1.b 6', '6.1.a 4.1', '6.1.c 7.7']],
    // by order
    ['供热管网及燃气管道', '6公里、10公里', '4.1公里、7.7公里', ['6.1.a 4.1', '6.1.c 7.7']],
    ['新建农村公路、自然村通硬化路', '300|280', '25.6|130', ['7.1.a 25.6', '7.1.b 130']],
    ['自然村通硬化路、新建农村公路', '280；300', '130；25.6', ['7.1.b 130', '7.1.a 25.6']],
    ['窨井设施整治与5G基站开通', '7000/986', '5210/702', ['5.a 5210', '6.2.a 702']],
  ])('%s | %s | %s', (name, target, done, figures) => {
    const reading = read(name, target, done)
    expect(figuresOf(reading, 3)).toEqual(figures)
    expect(alarmsOf(reading)).toEqual([])
  })

  it.each<readonly [name: string, target: string, done: string | number]>([
    // one figure for two of the same measure
    ['供热管网及燃气管道', '6公里、10公里', '4.1公里'],
    ['供热管网及燃气管道', '6公里、10公里', 11.8],
    // in the order of the names 5210 would be five times its target
    ['窨井设施整治与5G基站开通', '7000/986', '702/5210'],
  ])('is asked about where it cannot be told: %s | %s | %s', (name, target, done) => {
    const reading = read(name, target, done)
    expect(figuresOf(reading, 3).every((figure) => !/\d$/u.test(figure))).toBe(true)
    expect(alarmsOf(reading)).toContain('D3 NOT_READ')
  })

  it.each<readonly [name: string, done: string, figures: readonly string[]]>([
    ['供热管网及燃气管道', '未开工', ['6.1.a not_started', '6.1.c not_started']],
    ['供热管网及燃气管道', '—', ['6.1.a missing', '6.1.c missing']],
  ])('words without a figure are said of both: %s | %s', (name, done, figures) => {
    expect(figuresOf(read(name, '6公里、10公里', done), 3)).toEqual(figures)
  })

  it.each<readonly [name: string, target: string, done: string, figures: readonly string[]]>([
    ['红色文艺轻骑兵入百村活动', '100场', '63场', ['2.1.a 63']],
    ['老旧小区改造', '2.9万户，涉及小区212个', '1.86万户', ['4.a 18600']],
    ['新建农村公路', '300公里（其中改建180公里）', '146公里', ['7.1.a 146']],
  ])('a row of one indicator stays one: %s | %s', (name, target, done, figures) => {
    expect(figuresOf(read(name, target, done), 3)).toEqual(figures)
  })
})

describe('the figures of a cell with their own words', () => {
  it.each<readonly [text: string, statements: readonly string[]]>([
    ['建成214个，其中163个已开通', ['建成214个', '其中163个已开通 of 0']],
    ['建成118个（已开通90个），在建19个', ['建成118个', '已开通90个 of 0', '在建19个']],
    ['163个已开通51个在建', ['163个已开通', '51个在建']],
    ['15套（基本完工）', ['15套 · 基本完工']],
    ['214个，均已开通', ['214个 · 均已开通']],
    ['截至6月底，建成96个', ['截至6月底建成96个']],
    ['25.6|130', ['25.6', '130']],
    ['8个（湖滨区6个、陕州区2个）', ['8个', '湖滨区6个 of 0', '陕州区2个 of 0']],
    ['正在推进', []],
  ])('%s', (text, statements) => {
    const said = statementsOf(text).map(
      ({ before, behind, remark, of, quantity }) =>
        `${before}${quantity.raw}${behind}${remark && ` · ${remark}`}${of === undefined ? '' : ` of ${of}`}`,
    )
    expect(said).toEqual(statements)
  })
})
