import { address } from '../../shared/grid/a1.ts'
import type { CellValue, Grid } from '../../shared/grid/grid.ts'

/** A book's one sheet, and what its figures add up to. */
export interface Book {
  readonly grid: Grid
  readonly done: number
}

/** What one row, or one group of columns, reports. */
interface Reported {
  readonly area: string
  readonly batch: string
  readonly task: Task
  readonly target: number
  readonly done: number
}

interface Task {
  readonly name: string
  readonly measure: string
}

const COUNTIES = ['湖滨区', '陕州区', '渑池县', '卢氏县', '义马市', '灵宝市']
const TASKS: readonly [Task, ...Task[]] = [
  { name: '新建农村公路', measure: '公里' },
  { name: '自然村通硬化路', measure: '个' },
  { name: '整治窨井设施', measure: '个' },
  { name: '残疾儿童康复救助', measure: '人' },
  { name: '新建教师周转宿舍', measure: '套' },
]

/** How units word their headings; a book takes one of each. */
const HEADINGS = {
  seq: ['序号', '编号', 'No.'],
  area: ['县（市、区）', '县区', '县市区名称', '区县'],
  batch: ['批次', '项目批次'],
  task: ['工作任务', '实事项目', '民生实事', '项目名称'],
  measure: ['计量单位', '单位', '计量单位'],
  target: ['年度目标', '目标任务', '年度任务数', '全年目标', '2021年目标'],
  done: ['累计完成', '累计完成数', '已完成', '完成数'],
  percent: ['完成率', '完成比例', '完成率（%）'],
  lead: ['责任单位', '牵头单位'],
  remark: ['备注', '说明'],
} as const
type Heading = keyof typeof HEADINGS

/** A hundred books, no two laid out alike: kinds of tables, columns, their order and wording, titles, totals. */
export const hundredBooks = (): readonly Book[] =>
  Array.from({ length: 100 }, (_, no) => KINDS[no % KINDS.length]?.(no) ?? listOfBatches(no))

const KINDS: readonly ((no: number) => Book)[] = [listOfBatches, listOfTasks, matrixOfCounties, groupsOfTasks, sectionsOfCounties]

/** A county and batch a row, of the one task that the title names. */
function listOfBatches(no: number): Book {
  const task = TASKS[no % TASKS.length] ?? TASKS[0]
  const rows = reported(no, COUNTIES, 16, [task])
  return bookOf(
    no,
    `2021年${task.name}进展情况表`,
    listed(no, ['seq', 'area', 'batch', 'measure', 'target', 'done', 'percent', 'remark'], rows),
    rows,
  )
}

/** Each task for each county. */
function listOfTasks(no: number): Book {
  const rows = reported(no, COUNTIES, 3, TASKS)
  const columns = ['seq', 'task', 'measure', 'area', 'batch', 'target', 'done', 'percent', 'lead', 'remark'] as const
  return bookOf(no, '2021年重点民生实事进展情况表', listed(no, columns, rows), rows)
}

/** Tasks and batches down, counties across. */
function matrixOfCounties(no: number): Book {
  const rows = reported(no, COUNTIES, 16, TASKS)
  const head: CellValue[] = [wordOf('task', no), wordOf('measure', no), wordOf('batch', no), ...COUNTIES]
  const body = Array.from({ length: rows.length / COUNTIES.length }, (_, at): CellValue[] => {
    const own = rows.slice(at * COUNTIES.length, (at + 1) * COUNTIES.length)
    const [first] = own
    return [first?.task.name ?? null, first?.task.measure ?? null, first?.batch ?? null, ...own.map(({ done }) => done)]
  })
  return bookOf(no, '2021年重点民生实事累计完成情况表', [head, ...body], rows)
}

/** Two tasks side by side, target and figure under each. */
function groupsOfTasks(no: number): Book {
  const pair = [TASKS[no % TASKS.length] ?? TASKS[0], TASKS[(no + 1 + (no % 3)) % TASKS.length] ?? TASKS[0]]
  const rows = reported(no, COUNTIES, 16, pair)
  const half = rows.length / 2
  const groups: CellValue[] = [
    wordOf('area', no),
    wordOf('batch', no),
    ...pair.flatMap(({ name, measure }) => [`${name}（${measure}）`, null]),
  ]
  const fields: CellValue[] = [null, null, ...pair.flatMap(() => [wordOf('target', no), wordOf('done', no)])]
  const body = rows.slice(0, half).map((one, at): CellValue[] => {
    const other = rows[half + at] ?? one
    return [one.area, one.batch, one.target, one.done, other.target, other.done]
  })
  return bookOf(no, '2021年重点民生实事进展情况表', [groups, fields, ...body], rows, ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1'])
}

/** A section for each county, its tasks below it. */
function sectionsOfCounties(no: number): Book {
  const columns = ['seq', 'task', 'measure', 'batch', 'target', 'done', 'percent', 'remark'] as const
  const rows = COUNTIES.flatMap((county) => reported(no, [county], 3, TASKS))
  const [head = [], ...body] = listed(no, columns, rows)
  const each = body.length / COUNTIES.length
  const parts = COUNTIES.flatMap((county, at) => [[county, ...head.slice(1).map(() => null)], ...body.slice(at * each, (at + 1) * each)])
  return bookOf(no, '2021年各县（市、区）重点民生实事进展情况表', [head, ...parts], rows)
}

/** The headings and rows of a list: its columns with what a book leaves out, in the order that a book has them. */
function listed(no: number, columns: readonly Heading[], rows: readonly Reported[]): CellValue[][] {
  const [first, ...others] = columns.filter((column, at) => NEEDED.has(column) || (no >> at) % 2 === 0)
  const turned = others.map((_, at) => others[(at + no) % others.length])
  const order = [first, ...turned].flatMap((column) => column ?? [])
  return [order.map((column) => wordOf(column, no)), ...rows.map((row, at) => order.map((column) => cellOf(column, row, at)))]
}

/** Columns without which the figures are about nothing. */
const NEEDED: ReadonlySet<Heading> = new Set<Heading>(['area', 'task', 'batch', 'target', 'done'])

function cellOf(column: Heading, { area, batch, task, target, done }: Reported, at: number): CellValue {
  switch (column) {
    case 'seq':
      return at + 1
    case 'area':
      return area
    case 'batch':
      return batch
    case 'task':
      return task.name
    case 'measure':
      return task.measure
    case 'target':
      return target
    case 'done':
      return at % 11 === 0 ? `${done}${task.measure}` : done
    case 'percent':
      return `${Math.round((done / target) * 10_000) / 100}%`
    case 'lead':
      return '市直有关单位'
    case 'remark':
      return at % 4 === 0 ? '正在施工' : null
  }
}

const wordOf = (column: Heading, no: number): string => HEADINGS[column][(no + column.length) % HEADINGS[column].length] ?? column

/** Every task in every batch and area, tasks first. */
function reported(no: number, areas: readonly string[], batches: number, tasks: readonly Task[]): readonly Reported[] {
  return tasks.flatMap((task, t) =>
    Array.from({ length: batches }, (_, batch) => batch).flatMap((batch) =>
      areas.map((area, a): Reported => {
        const target = 20 + ((no * 7 + t * 5 + batch * 3 + a) % 41)
        return { area, batch: `第${batch + 1}批`, task, target, done: (no * 11 + t * 13 + batch * 17 + a * 19) % target }
      }),
    ),
  )
}

/** A sheet of a table under its title, or none, and a line of the date. */
function bookOf(no: number, title: string, table: readonly CellValue[][], rows: readonly Reported[], merges: readonly string[] = []): Book {
  const above: CellValue[][] = [[title], ...(no % 3 === 0 ? [[`截至2021年5月${(no % 28) + 1}日`]] : [])]
  const width = table[0]?.length ?? 1
  const grid: Grid = {
    sheetName: `表${no + 1}`,
    cells: [...above, ...table],
    texts: {},
    formats: {},
    merges: [`A1:${address(1, width)}`, ...merges.map((area) => area.replace(/\d+/g, (row) => String(Number(row) + above.length)))],
    formulas: {},
    hiddenRows: [],
    date1904: false,
  }
  return { grid, done: rows.reduce((sum, { done }) => sum + done, 0) }
}
