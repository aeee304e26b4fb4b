import { describe, expect, it } from 'vitest'
import { noDecisions, planSubmission, sentFields } from '../../../../addin/flow/submit/planSubmission.ts'
import type { CellValue } from '../../../../shared/grid/grid.ts'
import { readSheet } from '../../../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../../../shared/register/year2021/register2021.ts'
import { gridOf } from '../../../shared/grid/gridOf.ts'

/** The columns of a county's row, and the field of its record that each fills. */
const COLUMNS: readonly (readonly [heading: string, value: CellValue, fills: string | null])[] = [
  ['县（市、区）', '湖滨区', null],
  ['年度目标（公里）', 20, 'target'],
  ['上月累计', 9, 'previous'],
  ['本月完成', 3, 'periodValue'],
  ['累计完成', 12, 'cumulative'],
  ['完成率', '60%', 'statedPercent'],
  ['计划投资（万元）', 300, 'investPlan'],
  ['完成投资（万元）', 150, 'investDone'],
  ['计划完成时间', '2021年10月', 'planned'],
  ['备注', '按计划推进', null],
]

/** What is sent of 湖滨区's record, by field. */
function sent(row: readonly CellValue[]): Readonly<Record<string, unknown>> {
  const grid = gridOf([
    ['2021年农村公路建设进展情况表'],
    COLUMNS.map(([heading]) => heading),
    row,
    ['陕州区', 60, 20, 10, 30, '50%', 900, 450, '2021年11月', null],
    ['灵宝市', 65, 10, 3, 13, '20%', 700, 100, '2021年11月', null],
  ])
  const reading = readSheet(grid, register2021, { reporter: 'jiaotong', period: '2021-05', year: 2021, today: '2021-05-28' })
  if (!reading.ok) throw new Error(reading.fault.tag)
  const rows = planSubmission(reading.value, { stored: new Map(), inherited: [] }, 'me', noDecisions)
  const planned = rows.find(({ record }) => record.subject === '7.1.a' && record.area === '411202')
  if (!planned) return {}
  return Object.fromEntries(sentFields(planned.record, planned.withheld).map((field) => [field, planned.record.values[field]]))
}

const RIGHT = COLUMNS.map(([, value]) => value)
const FAULTS: readonly CellValue[] = [
  '#REF!',
  '#DIV/0!',
  '100个行政村',
  '待定',
  '12公里500米',
  '约9公里',
  -5,
  '—',
  '/',
  '未开工',
  '已完工',
  null,
  true,
]

/** Fields that a fault in a column rightly changes besides its own: a percentage of a figure that is not there is unverifiable. */
const FOLLOW: Readonly<Record<string, readonly string[]>> = {
  target: ['statedPercent'],
  cumulative: ['statedPercent', 'stage'],
  periodValue: ['stage'],
}

describe('a fault in one column leaves what the others say', () => {
  it('of a right row everything goes', () => {
    expect(sent(RIGHT)).toMatchObject({
      target: 200_000,
      previous: 90_000,
      periodValue: 30_000,
      cumulative: 120_000,
      statedPercent: 600_000,
    })
    expect(sent(RIGHT)).toMatchObject({ investPlan: 30_000_000_000, investDone: 15_000_000_000 })
  })

  it('a node is done by its own date and words, not by its plan', () => {
    const done = (planned: CellValue, actual: CellValue) => {
      const grid = gridOf([
        ['2021年重点民生实事项目节点推进表'],
        ['项目名称', '节点任务', '计划完成时间', '实际完成时间', '备注'],
        ['崤山路崤函小学门口新建过街天桥', '控制价评审', planned, actual, null],
        [null, '施工招标', '2021年5月20日', '5月25日', null],
        [null, '施工开标', '2021年6月20日', null, null],
      ])
      const reading = readSheet(grid, register2021, { reporter: 'zhujian', period: '2021-05', year: 2021 })
      return reading.ok ? reading.value.records.find(({ part }) => part === '控制价评审')?.values.done : reading.fault.tag
    }
    expect(done('2021年5月20日', '5月20日')).toBe(true)
    expect(done('2021年5月20日', null)).toBe(false)
    expect(done('已完成', null)).toBe(false)
  })

  const pairs = COLUMNS.flatMap(([heading, , fills], column) =>
    fills === null ? [] : FAULTS.map((fault) => [heading, fault, column, fills] as const),
  )
  it.each(pairs)('%s: %j', (_, fault, column, fills) => {
    const wrong = sent(RIGHT.map((value, i) => (i === column ? fault : value)))
    const others = ([field]: readonly [string, unknown]) => field !== fills && !(FOLLOW[fills] ?? []).includes(field)
    const kept = Object.fromEntries(Object.entries(sent(RIGHT)).filter(others))
    expect(Object.fromEntries(Object.entries(wrong).filter(others))).toEqual(kept)
  })
})
