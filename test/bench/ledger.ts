import type { CellValue, Grid } from '../../shared/grid/grid.ts'

/** What the last column of a ledger says: the same few words in row after row, or a text of its own in each. */
export type Remarks = 'alike' | 'different'

/** A ledger of villages with 12 columns: figures, texts, dates and percentages as they are written, the same words again and again. */
export function ledger(rows: number, remarks: Remarks = 'alike'): Grid {
  const cells: CellValue[][] = [
    ['2021年重点民生实事分村台账（截至5月26日）'],
    [
      '序号',
      '县（市、区）',
      '批次',
      '工作任务',
      '计量单位',
      '年度目标',
      '本月完成',
      '累计完成',
      '完成率',
      '责任单位',
      '完成时限',
      remarks === 'alike' ? '备注' : '进展情况',
    ],
  ]
  for (let i = 0; cells.length < rows; i++) {
    const [task, unit, lead] = TASKS[i % TASKS.length] ?? TASKS[0]
    const target = 100 + (i % 37)
    const done = (i * 7) % target
    const percent = Math.round((done / target) * 10_000) / 100
    cells.push([
      i + 1,
      COUNTIES[i % COUNTIES.length] ?? null,
      `第${i}村`,
      task,
      unit,
      target,
      i % 9,
      i % 41 === 0 ? `${done}${unit}` : done,
      i % 3 === 0 ? `${percent}%` : percent,
      lead,
      i % 2 === 0 ? '12月底' : 44_561,
      remarks === 'alike' ? (i % 5 === 0 ? '正在施工' : null) : textOfRow(i, { task, unit, target, done, percent }),
    ])
  }
  return { sheetName: '台账', cells, texts: {}, formats: {}, merges: ['A1:L1'], formulas: {}, hiddenRows: [], date1904: false }
}

const COUNTIES = ['湖滨区', '陕州区', '渑池县', '卢氏县', '义马市', '灵宝市']
const TASKS = [
  ['新建农村公路', '公里', '市交通运输局'],
  ['自然村通硬化路', '个', '市交通运输局'],
  ['窨井设施整治', '座', '市城管局'],
  ['残疾儿童康复救助', '人', '市残联'],
  ['新建教师周转宿舍', '套', '市教育局'],
] as const

interface RowOfLedger {
  readonly task: string
  readonly unit: string
  readonly target: number
  readonly done: number
  readonly percent: number
}

/** 第7村新建农村公路107公里，截至5月26日已完成49公里，占年度目标的45.79%。: no two rows say the same. */
function textOfRow(i: number, { task, unit, target, done, percent }: RowOfLedger): string {
  switch (i % 4) {
    case 0:
      return `第${i}村${task}${target}${unit}，截至5月26日已完成${done}${unit}，占年度目标的${percent}%。`
    case 1:
      return `已完成${done}${unit}，其中第${i}村本月新增${i % 9}${unit}，其余${target - done}${unit}正在施工，预计10月底前完工。`
    case 2:
      return `第${i}村目前正在进行施工图设计，累计完成投资${i % 700}万元。`
    default:
      return `${task}：第${i}村开工${done}${unit}，完工${Math.floor(done / 2)}${unit}。存在问题：资金缺口${(i % 53) + 1}万元。`
  }
}
