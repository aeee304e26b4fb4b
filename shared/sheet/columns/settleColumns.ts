import { type ColumnField, columnFieldsWhere } from '../../record/columnFields.ts'
import type { RecognizedColumn } from '../../record/reading.ts'
import { compactText } from '../view/compactText.ts'
import type { ColumnContext } from './columnCandidate.ts'
import { isMostly } from './columnContent.ts'
import { UNIT_ROLES } from './columnWords.ts'
import { reportInWords } from './reportInWords.ts'

/** What the columns of a table say of one another: 责任单位 next to 牵头单位, dates next to nodes. */
export function settleColumns(columns: readonly RecognizedColumn[], context: ColumnContext): readonly RecognizedColumn[] {
  const table = factsOf(columns, context)
  return reportInWords(withCumulative(columns, context), context).map((column): RecognizedColumn => {
    if (isRankUnderName(column, columns, context))
      return { ...column, field: 'seq', why: { confidence: NAMING_CONFIDENCE, reason: 'by_content', params: { field: 'seq' } } }
    if (column.column === table.naming?.column)
      return { ...column, field: 'indicator', why: { confidence: NAMING_CONFIDENCE, reason: 'by_content', params: { field: 'indicator' } } }
    let field = column.field
    for (const { settle } of SETTLING_RULES) field = settle({ column, field, table }) ?? field
    return field === column.field ? column : { ...column, field, why: { ...column.why, reason: 'by_neighbours' } }
  })
}

/** 地区 merged over 1, 2, 3 … and the names of areas: running numbers. */
const isRankUnderName = (column: RecognizedColumn, columns: readonly RecognizedColumn[], context: ColumnContext): boolean =>
  column.field === undefined &&
  context.content(column.column).countsUp &&
  columns.some((other) => other.column === column.column + 1 && other.header === column.header && NAMES.has(other.field))

const NAMES = columnFieldsWhere(({ group }) => group === 'naming')

/** How sure it is that a column of unknown heading names indicators, and that one of numbers holds completed figures. */
const NAMING_CONFIDENCE = 0.7
const CUMULATIVE_CONFIDENCE = 0.55

/** Half of the texts of a column that names indicators match the register; of steps of work hardly any does. */
const NAMES_INDICATORS = 0.5
const NAMES_STEPS = 0.3

/** What the rules ask of a table, before any of them has changed a column. */
interface TableFacts {
  readonly context: ColumnContext
  readonly has: (field: ColumnField) => boolean
  /** A column has areas, or the headings name some. */
  readonly hasAreas: boolean
  /** The words next to planned and actual dates, which are the nodes. */
  readonly steps: RecognizedColumn | undefined
  /** The rows are nodes of a milestone. */
  readonly hasMilestones: boolean
  /** No column names tasks, indicators, areas or nodes. */
  readonly isNameless: boolean
  readonly isUnitless: boolean
  /** A column of unknown heading whose texts name indicators, where no other column does. */
  readonly naming: RecognizedColumn | undefined
  readonly categories: RecognizedColumn | undefined
  /** A column of units that are all governments or bureaus of counties. */
  readonly counties: RecognizedColumn | undefined
  /** A column names the unit in charge (牵头单位). */
  readonly hasLead: boolean
  /** Columns that have their heading in common with the one that names the tasks. */
  readonly twins: ReadonlySet<RecognizedColumn>
}

function factsOf(columns: readonly RecognizedColumn[], context: ColumnContext): TableFacts {
  const has = (...fields: readonly ColumnField[]) => columns.some(({ field }) => field !== undefined && fields.includes(field))
  const steps = has('milestone') ? undefined : stepsOf(columns, context)
  const hasMilestones = has('milestone') || steps !== undefined
  const hasNames = has('task', 'indicator') || hasMilestones
  const named = columns.filter(({ field }) => field === 'task' || field === 'indicator')
  const categories = columns.find(({ field }) => field === 'category')
  return {
    context,
    has,
    hasAreas: columns.some(({ field, area }) => field === 'area' || area !== undefined),
    steps,
    hasMilestones,
    isNameless: !hasNames && !has('area'),
    isUnitless: !has('lead_unit', 'support_unit', 'resp_unit'),
    naming: hasNames || columns.some(({ indicator }) => indicator !== undefined) ? undefined : namingColumn(columns, context),
    categories,
    counties: categories ? undefined : columns.find((column) => holdsCounties(column, context)),
    twins: new Set(columns.filter((one) => named.some((other) => other !== one && other.header === one.header))),
    hasLead: columns.some((column) => isNamed(column, /(牵头|主办|主管|主要责任).*(单位|部门)/u)),
  }
}

const isNamed = ({ header }: RecognizedColumn, pattern: RegExp): boolean => pattern.test(compactText(header))

interface SettlingColumn {
  readonly column: RecognizedColumn
  /** As the rules before have left it. */
  readonly field: ColumnField | undefined
  readonly table: TableFacts
}

interface SettlingRule {
  readonly name: string
  /** Headings of a table, and what becomes of one of them. */
  readonly example: string
  /** The column's field, where the rule changes it. */
  readonly settle: (column: SettlingColumn) => ColumnField | undefined
}

/** Applied one after the other: what one rule has settled the next may settle again. */
export const SETTLING_RULES: readonly SettlingRule[] = [
  {
    name: 'words next to planned and actual dates are nodes',
    example: '工作内容 | 计划完成时间 | 实际完成时间, 工作内容 names no tasks: a milestone',
    settle: ({ column, table }) => (column === table.steps ? 'milestone' : undefined),
  },
  {
    name: 'categories are tasks where nothing else names rows',
    example: '实事名称 | 目标 | 完成: 实事名称 is a task',
    settle: ({ column, table }) => (table.isNameless && column === table.categories && !table.naming ? 'task' : undefined),
  },
  {
    name: 'categories that name what the register has are tasks beside nodes',
    example: '实事 | 节点 | 计划完成时间 over 市中医院PCR实验室建设: 实事 is a task',
    settle: ({ column, table }) =>
      column === table.categories &&
      table.hasMilestones &&
      !table.has('task') &&
      !table.has('indicator') &&
      table.context.subjectRatio(column.column) >= NAMES_INDICATORS
        ? 'task'
        : undefined,
  },
  {
    name: 'targets amid the words of tasks are tasks where nothing else names rows',
    example: '任务 | 进展情况 over 新建农村公路300公里: 任务 is a task; over 300公里 it is a target',
    settle: ({ column, field, table }) =>
      table.isNameless &&
      !table.naming &&
      field === 'target' &&
      !column.aside &&
      table.context.subjectRatio(column.column) >= NAMES_INDICATORS
        ? 'task'
        : undefined,
  },
  {
    name: 'a short name beside the words of its task, under one heading, is a group of tasks and no target',
    example: '年度任务 merged over 农村公路建设 and 新建农村公路300公里: the first is a category',
    settle: ({ column, field, table }) =>
      field === 'target' && table.twins.has(column) && !isMostly(table.context.content(column.column), 'number', 'quantity', 'percent')
        ? 'category'
        : undefined,
  },
  {
    name: 'units that are all counties are areas where nothing else names rows',
    example: '责任单位 | 目标 | 完成 over 湖滨区政府: 责任单位 is an area',
    settle: ({ column, table }) => (table.isNameless && column === table.counties ? 'area' : undefined),
  },
  {
    name: 'names of rows that are mostly areas are areas where no other column has them',
    example: '项目名称 over 整治窨井设施, 湖滨区, 陕州区: an area',
    settle: ({ column, field, table }) =>
      (field === 'task' || field === 'indicator') && !table.hasAreas && isMostly(table.context.content(column.column), 'area')
        ? 'area'
        : undefined,
  },
  {
    name: 'remarks that are units are the units in charge where no other column is',
    example: '任务 | 目标 | 备注 over 市交通运输局: 备注 is a unit in charge',
    settle: ({ column, field, table }) => {
      if (!table.isUnitless || field !== 'remark') return undefined
      const content = table.context.content(column.column)
      return content.filled > 1 && isMostly(content, 'units') ? 'lead_unit' : undefined
    },
  },
  {
    name: 'units in charge in the sheet of a county are its own',
    example: '责任单位 in the sheet of 湖滨区: the county’s own unit',
    settle: (column) => (isCountyOwn(column) ? 'resp_unit' : undefined),
  },
  {
    name: 'units responsible are in charge, or support the one that is',
    example: '责任单位: a unit in charge; next to 牵头单位: a supporting one',
    settle: (column) => {
      if (!isOpenUnit(column) || isCountyOwn(column) || isNamed(column.column, /(节点|环节)责任/u)) return undefined
      if (column.field !== 'resp_unit' && !isNamed(column.column, /^(.*\/)?责任(单位|部门)$/u)) return undefined
      return column.table.hasLead ? 'support_unit' : 'lead_unit'
    },
  },
  {
    name: 'deadlines of nodes are planned dates, or actual ones next to them',
    example: '节点 | 完成时限: a planned date; 节点 | 计划时间 | 完成时间: an actual one',
    settle: ({ column, field, table }) => {
      if (!table.hasMilestones || field !== 'deadline') return undefined
      return table.has('planned_date') && isNamed(column, /^(.*\/)?(完成|完工|办结|竣工)(时间|日期)/u) ? 'actual_date' : 'planned_date'
    },
  },
  {
    name: 'planned dates of tasks are deadlines',
    example: '任务 | 计划完成时间: a deadline',
    settle: ({ field, table }) => (!table.hasMilestones && field === 'planned_date' && !table.has('deadline') ? 'deadline' : undefined),
  },
  {
    name: 'dates of tasks that are not called actual ones are deadlines',
    example: '任务 | 完成时间: a deadline; 任务 | 实际完成时间: an actual date',
    settle: ({ column, field, table }) =>
      !table.hasMilestones && field === 'actual_date' && !table.has('deadline') && !isNamed(column, /实际|已/u) ? 'deadline' : undefined,
  },
]

const isUnit = (field: ColumnField | undefined): boolean => field === 'lead_unit' || field === 'support_unit' || field === 'resp_unit'

/** A column of units whose heading does not say which part they have. */
const isOpenUnit = ({ column, field }: SettlingColumn): boolean => isUnit(field) && !UNIT_ROLES.pattern.test(compactText(column.header))

const isCountyOwn = (column: SettlingColumn): boolean =>
  column.table.context.countySheet && isOpenUnit(column) && isNamed(column.column, /责任|落实|承办/u)

/** The words next to planned and actual dates, where they name nothing of the register: 方案设计, 施工招标. */
function stepsOf(columns: readonly RecognizedColumn[], context: ColumnContext): RecognizedColumn | undefined {
  const dated = (pattern: RegExp) => columns.some((column) => DATES_STEPS.has(column.field) && isNamed(column, pattern))
  if (!dated(/计划|要求/u) || !dated(/实际/u)) return undefined
  if (columns.some(({ field }) => field === 'target' || field === 'cumulative')) return undefined
  const [only, another] = columns.filter(({ field }) => field === 'task' || field === 'indicator')
  return only && !another && context.subjectRatio(only.column) < NAMES_STEPS ? only : undefined
}

/** Fields that date the steps of a work. */
const DATES_STEPS = columnFieldsWhere(({ group }) => group === 'date')

/** A table with targets and without completed figures: its one column of numbers with an unknown heading is the completed one. */
function withCumulative(columns: readonly RecognizedColumn[], context: ColumnContext): readonly RecognizedColumn[] {
  if (columns.some(({ field }) => field === 'cumulative' || field === 'period_value')) return columns
  const target = columns.find(({ field }) => field === 'target')
  const [only, another] = columns.filter(
    ({ field, header, column }) =>
      field === undefined && header !== '' && isMostly(context.content(column), 'number', 'quantity', 'percent'),
  )
  if (!target || !only || another) return columns
  const cumulative: RecognizedColumn = {
    ...only,
    field: 'cumulative',
    ...(target.indicator ? { indicator: target.indicator } : {}),
    why: { confidence: CUMULATIVE_CONFIDENCE, reason: 'by_neighbours' },
  }
  return columns.map((column) => (column === only ? cumulative : column))
}

/** The column of unknown heading whose texts name tasks and indicators of the register. */
const namingColumn = (columns: readonly RecognizedColumn[], context: ColumnContext): RecognizedColumn | undefined =>
  columns.find(({ field, column }) => field === undefined && context.subjectRatio(column) >= NAMES_INDICATORS)

/** A column of units that are all governments or bureaus of counties: its rows are the counties. */
const holdsCounties = ({ field, column }: RecognizedColumn, context: ColumnContext): boolean =>
  isUnit(field) && isMostly(context.content(column), 'area')
