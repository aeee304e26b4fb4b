import { describe, expect, it } from 'vitest'
import { alarmsOf, figuresOf, readRows } from './readRows.ts'

/** A second row, so that the column's content is not the one cell's alone. */
const other = (heading: string) => [2, '“消夏音乐季”广场文艺演出', 100, heading === '完成数' ? 58 : '已举办演出58场']

const read = (heading: string, task: string, target: number, text: string) =>
  readRows(['序号', '工作任务', '目标', heading], [[1, task, target, text], other(heading)])

/** Words of a cell and the figure that counts; "held" where another stage than the counted one is all there is, undefined where none is taken. */
const CASES: readonly (readonly [task: string, target: number, text: string, figure: string | undefined])[] = [
  ['开通5G基站', 260, '建成214个，其中163个已开通', '6.2.a 163'],
  ['开通5G基站', 260, '建成118个（已开通90个）', '6.2.a 90'],
  ['开通5G基站', 260, '163个开通（建成214个）', '6.2.a 163'],
  ['开通5G基站', 260, '已建成214个，已开通163个，在建19个', '6.2.a 163'],
  ['开通5G基站', 260, '选址完成240个、建成214个、开通163个', '6.2.a 163'],
  ['开通5G基站', 260, '计划开通260个，已开通163个', '6.2.a 163'],
  ['开通5G基站', 260, '开通163个（其中本月开通20个）', '6.2.a 163'],
  ['开通5G基站', 260, '建成214个，投入使用163个', '6.2.a 163'],
  ['开通5G基站', 260, '214个，在建19个', '6.2.a 214'],
  ['开通5G基站', 260, '完成214个', '6.2.a 214'],
  ['开通5G基站', 260, '建成214个', '6.2.a held 214'],
  ['开通5G基站', 260, '建成214个，未开通51个', '6.2.a held 214'],
  ['开通5G基站', 260, '建成214个（正在开通51个）', '6.2.a held 214'],
  ['开通5G基站', 260, '竣工验收151个', '6.2.a held 151'],
  ['豫事办三门峡分厅上线事项', 60, '梳理75项，已上线46项', '9.1.a 46'],
  ['豫事办三门峡分厅上线事项', 60, '开发完成58个（其中46个上线）', '9.1.a 46'],
  ['开工建设智慧安防小区', 385, '开工301个，完工120个', '4.b 301'],
  ['开工建设智慧安防小区', 385, '301个已开工，其中120个已完工', '4.b 301'],
  ['开工建设智慧安防小区', 385, '完工120个', '4.b 120'],
  ['新建农村公路', 300, '开工146公里，完工123公里', '7.1.a 123'],
  ['新建农村公路', 300, '完工123公里（其中验收90公里）', '7.1.a 123'],
  ['新建农村公路', 300, '建成123公里，通车98公里', '7.1.a 123'],
  ['新建农村公路', 300, '在建146公里', '7.1.a held 146'],
  ['完成法律援助案件', 2500, '受理2100件，办结1850件', '9.3.b 1850'],
  ['完成法律援助案件', 2500, '受理2100件（办结1850件）', '9.3.b 1850'],
  ['完成法律援助案件', 2500, '1850件办结、250件在办', '9.3.b 1850'],
  ['完成法律援助案件', 2500, '受理2100件', '9.3.b held 2100'],
  ['新建教师周转宿舍', 107, '主体完工80套，竣工65套', '3.b 65'],
  ['新建教师周转宿舍', 107, '65套完工，其余42套正在装修', '3.b 65'],
  ['新建教师周转宿舍', 107, '80套主体封顶', '3.b held 80'],
  ['整治窨井设施', 7000, '排查9120个，整治5210个', '5.a 5210'],
  ['整治窨井设施', 7000, '本月整治210个，累计整治5210个', '5.a 5210'],
  ['整治窨井设施', 7000, '累计5210个（本月210个）', '5.a 5210'],
  ['整治窨井设施', 7000, '本月210个', undefined],
  ['整治窨井设施', 7000, '剩余1790个', undefined],
  ['残疾儿童康复救助', 700, '登记742人，已救助655人', '8.2.a 655'],
  ['残疾儿童康复救助', 700, '655人（肢体120人、智力535人）', '8.2.a 655'],
  ['残疾儿童康复救助', 700, '目标700人，完成655人，完成率93.6%', '8.2.a 655'],
  ['配电台区改造升级', 220, '完成134个，完成投资2100万元', '10.a 134'],
  ['配电台区改造升级', 220, '134个（另有30个已进场施工）', '10.a 134'],
  ['市区新建换热站', 10, '6座（大营站、会兴站等）', '6.1.b 6'],
  ['市区新建换热站', 10, '东片2座，西片4座', undefined],
  ['城镇老旧小区改造', 29_000, '开工2.3万户，完工1.86万户', '4.a 18600'],
]

describe.each(['完成数', '进展情况'])('of several figures in a cell under %s the one at the stage that counts', (heading) => {
  it.each(CASES)('%s, %d: %s', (task, target, text, figure) => {
    const reading = read(heading, task, target, text)
    const [own = ''] = figuresOf(reading, 3)
    if (figure !== undefined) expect(own).toBe(figure)
    else expect(own).not.toMatch(/\d$/u)
    const isQuiet = figure !== undefined && !figure.includes('held')
    expect(alarmsOf(reading).some((alarm) => alarm.startsWith('D3'))).toBe(!isQuiet)
  })
})

describe('the percentage of a row says which of several figures it is of', () => {
  it.each<readonly [text: string, rate: string, figure: string]>([
    ['10座、6座', '60%', '6.1.b 6'],
    ['6座，2座', '20%', '6.1.b 2'],
    ['建成6座，大修4座', '60%', '6.1.b 6'],
    ['停车场6座，加油站2座', '60%', '6.1.b 6'],
    ['停车场6座', '20%', '6.1.b accept'],
    // neither: the cell is not read, and the row has no figure
    ['6座，2座', '50%', '6.1.b accept'],
    ['东片2座，西片4座', '60%', '6.1.b accept'],
  ])('%s beside %s', (text, rate, figure) => {
    const rows = [
      [1, '市区新建换热站', 10, text, rate],
      [2, '新建农村公路', 300, 146, '48.7%'],
    ]
    const reading = readRows(['序号', '工作任务', '目标', '完成数', '完成率'], rows)
    expect(figuresOf(reading, 3)).toEqual([figure])
    expect(alarmsOf(reading).includes('D3 NOT_READ')).toBe(figure.endsWith('accept'))
  })
})
