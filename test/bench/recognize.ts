import type { CellValue, Grid } from '../../shared/grid/grid.ts'
import { readSheet } from '../../shared/pipeline/readSheet.ts'
import { register2021 } from '../../shared/register/year2021/register2021.ts'
import type { BenchRow } from './benchRow.ts'

const ROWS = 10_000
const ROUNDS = 7

/**
 * `recognize-10k`: recognising, parsing and checking a sheet of 10,000 rows × 12 columns against a plain loop over the same
 * cells that does one regular expression on each text cell and one number parse on each other cell. Medians of seven
 * rounds in alternation; `peak_mb` is the highest heap seen above the sheet itself.
 */
export default async function recognize(): Promise<readonly BenchRow[]> {
  const grid = sheet()
  const context = { reporter: 'ducha', period: '2021-05', year: 2021 }
  const times: number[] = []
  const floors: number[] = []
  collect()
  const before = process.memoryUsage().heapUsed
  let peak = 0
  let records = 0
  for (let round = 0; round <= ROUNDS; round++) {
    collect()
    const floorStart = performance.now()
    const sum = floor(grid)
    const floorTime = performance.now() - floorStart
    collect()
    const start = performance.now()
    const reading = readSheet(grid, register2021, context)
    const time = performance.now() - start
    peak = Math.max(peak, process.memoryUsage().heapUsed - before)
    if (!reading.ok || sum < 0) throw new Error('the sheet was not read')
    records = reading.value.records.length
    // the first round warms both up
    if (round === 0) continue
    times.push(time)
    floors.push(floorTime)
  }
  const median = middle(times)
  const floorMedian = middle(floors)
  return [
    {
      name: 'recognize-10k',
      median_ms: rounded(median),
      floor: 'one regular expression a text cell, one number parse a number cell',
      floor_ms: rounded(floorMedian),
      ratio: rounded(median / floorMedian),
      peak_mb: rounded(peak / 1024 / 1024),
      records,
    },
  ]
}

const FIGURE = /^\s*[^\d]{0,12}?([-+]?\d[\d,]*(?:\.\d+)?)\s*(万|亿)?\s*([\p{Script=Han}a-zA-Z%％]{0,6})/u

function floor(grid: Grid): number {
  let sum = 0
  for (const row of grid.cells) {
    for (const cell of row) {
      if (cell === null) continue
      if (typeof cell === 'string') {
        const found = FIGURE.exec(cell)
        if (found?.[1]) sum += found[1].length
      } else sum += Number.parseFloat(String(cell))
    }
  }
  return sum
}

/** A ledger of villages: figures, texts, dates and percentages as they are written, the same words again and again. */
function sheet(): Grid {
  const counties = ['湖滨区', '陕州区', '渑池县', '卢氏县', '义马市', '灵宝市']
  const tasks = [
    ['新建农村公路', '公里', '市交通运输局'],
    ['自然村通硬化路', '个', '市交通运输局'],
    ['窨井设施整治', '座', '市城管局'],
    ['残疾儿童康复救助', '人', '市残联'],
    ['新建教师周转宿舍', '套', '市教育局'],
  ] as const
  const cells: CellValue[][] = [
    ['2021年重点民生实事分村台账（截至5月26日）'],
    ['序号', '县（市、区）', '批次', '工作任务', '计量单位', '年度目标', '本月完成', '累计完成', '完成率', '责任单位', '完成时限', '备注'],
  ]
  for (let i = 0; cells.length < ROWS; i++) {
    const [task, unit, lead] = tasks[i % tasks.length] ?? tasks[0]
    const target = 100 + (i % 37)
    const done = i % 41 === 0 ? `${(i * 7) % target}${unit}` : (i * 7) % target
    const percent = Math.round((((i * 7) % target) / target) * 10_000) / 100
    cells.push([
      i + 1,
      counties[i % counties.length] ?? null,
      `第${i}村`,
      task,
      unit,
      target,
      i % 9,
      done,
      i % 3 === 0 ? `${percent}%` : percent,
      lead,
      i % 2 === 0 ? '12月底' : 44_561,
      i % 5 === 0 ? '正在施工' : null,
    ])
  }
  return { sheetName: '台账', cells, texts: {}, formats: {}, merges: ['A1:L1'], formulas: {}, hiddenRows: [], date1904: false }
}

const collect = (): void => (globalThis as { gc?: () => void }).gc?.()
const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const rounded = (value: number): number => Math.round(value * 100) / 100
