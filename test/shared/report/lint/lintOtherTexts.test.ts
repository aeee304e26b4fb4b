import { describe, expect, it } from 'vitest'
import { completeRegister } from '../../../../shared/register/completeRegister.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { lintReport } from '../../../../shared/report/lint/lintReport.ts'

type Promised = readonly [name: string, target: string, measure: string]

/** A report of one task of another city, and the lint's codes on its text; infos left out. */
function codesOn(text: string, ...promises: readonly Promised[]): readonly string[] {
  const register = completeRegister({
    id: 'other',
    year: 2021,
    city: '411200',
    areas: register2021.areas,
    measures: ['台', '辆', '具', '条'].map((name) => ({ name })),
    units: [{ id: 'one', name: '市住房城乡建设局' }],
    tasks: [{ id: '1', text: '任务', leadUnits: ['one'] }],
    indicators: promises.map(([name, target, measure], index) => ({
      id: `1.${String.fromCharCode(97 + index)}`,
      name,
      measure,
      target: { value: target, raw: `${name}${target}${measure}` },
    })),
  })
  const report = `标题\n\n一、类\n工作任务：任务\n主要责任单位：市住房城乡建设局\n进展情况：${text}\n`
  return lintReport(report, { register })
    .filter((one) => one.severity !== 'info' && one.line === 6)
    .map((one) => one.code)
}

const TOILETS: Promised = ['城市公共卫生间', '50', '座']

describe('texts of other cities', () => {
  it.each<[string, string, readonly Promised[]]>([
    ['a sum beside its parts, and what remains', '新建完成12座，提升改造完成25座，合计37座，完成率74%，剩余13座将完成。', [TOILETS]],
    [
      'parts after 其中, and what remains elsewhere',
      '治理112个，其中甲县35个、乙县41个、丙区36个；剩余38个村正在施工。',
      [['污水治理', '150', '个']],
    ],
    ['a first batch inside the total', '首批72辆交付，投入运营校车95辆，还有25辆车待上牌。', [['校车', '120', '辆']]],
    [
      'last year’s work beside this year’s',
      '去年续建项目1350套已封顶；今年860套正在施工，700套已取得许可证，其余640套在办理手续。',
      [['保障房', '2200', '套']],
    ],
    [
      'targets of parts',
      '已改造3108户（占77.7%），其中东河县1260户（占任务1500户的84%）、西河县1848户（占任务2500户的73.92%）。',
      [['改造', '4000', '户']],
    ],
    ['a subset in brackets', '累计投用12台（其中上年度结转3台），在建15台。', [['电梯', '40', '台']]],
    ['another total after the parts', '新建充电桩1186个，其中快充桩742个、慢充桩444个，全市累计建成1.86万个。', [['充电桩', '3000', '个']]],
    [
      'two percentages in a chain',
      '送戏下乡218场，放映公益电影5364场，分别占全年任务的36.3%、44.7%。',
      [
        ['送戏下乡', '600', '场'],
        ['公益电影放映', '12000', '场'],
      ],
    ],
    [
      'a chain without 分别',
      '完工52个，涉及居民11230户，占目标任务的60.5%、59.1%。',
      [
        ['老旧小区', '86', '个'],
        ['居民', '19000', '户'],
      ],
    ],
    ['a rate with its denominator', '活产新生儿14210人，完成筛查14013例，筛查率98.61%。', []],
    ['a target that counts the stage named', '基本建成2871套，占目标的79.75%。', [['基本建成', '3600', '套']]],
  ])('%s raise nothing', (_, text, promises) => expect(codesOn(text, ...promises)).toEqual([]))

  it.each<[string, string, readonly Promised[], string]>([
    ['what remains does not make the target', '已建成7个，剩余6个正在装修。', [['驿站', '12', '个']], 'PARTS_MISMATCH'],
    ['parts exceed their total', '完成100户，其中甲县60户、乙县70户。', [['改造', '200', '户']], 'PARTS_MISMATCH'],
    [
      'the second of a chain is wrong',
      '新增164具，维修更换217具，分别占任务的58.6%、82.3%。',
      [
        ['新增', '280', '具'],
        ['维修更换', '300', '具'],
      ],
      'PCT_MISMATCH',
    ],
    ['one unit off', '已建成健康驿站25个，占目标任务的69.5%。', [['健康驿站', '36', '个']], 'PCT_ROUNDING'],
    ['accepted for concluded', '受理诉求9.7万件，占全年目标的48.5%。', [['办结诉求', '20万', '件']], 'STAGE_MISMATCH'],
    ['a rate without denominator', '接种10236人，首针接种率93.1%。', [], 'DENOMINATOR_MISSING'],
  ])('%s', (_, text, promises, code) => expect(codesOn(text, ...promises)).toEqual([code]))
})
