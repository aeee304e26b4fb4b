import type { ColumnField } from '../../record/columnFields.ts'
import type { RecognizedColumn } from '../../record/reading.ts'
import { compactText } from '../view/compactText.ts'
import type { ColumnSetting } from './draftTypes.ts'

/** What the columns together say of one another: 责任单位 beside 牵头单位, dates beside milestones. */
export function settle(columns: readonly RecognizedColumn[], setting: ColumnSetting): readonly RecognizedColumn[] {
  const has = (field: ColumnField) => columns.some((column) => column.field === field)
  const named = (column: RecognizedColumn, pattern: RegExp) => pattern.test(compactText(column.header))
  const leads = columns.some((column) => named(column, /(牵头|主办|主管|主要责任).*(单位|部门)/u))
  const steps = has('milestone') ? undefined : stepsOf(columns, setting)
  const milestones = has('milestone') || steps !== undefined
  const keyless = !has('task') && !has('indicator') && !milestones && !columns.some((column) => column.indicator !== undefined)
  const naming = keyless ? bySubjects(columns, setting) : undefined
  const nameless = !has('task') && !has('indicator') && !has('area') && !milestones
  const unitless = !has('lead_unit') && !has('support_unit') && !has('resp_unit')
  const first = columns.find((column) => column.field === 'category')
  const counties = first ? undefined : columns.find((column) => holdsAreas(column, setting))
  return withCumulative(columns, setting).map((column): RecognizedColumn => {
    let field = column.field
    if (column === steps) return { ...column, field: 'milestone', why: { ...column.why, reason: 'by_neighbours' } }
    if (column.column === naming?.column)
      return { ...column, field: 'indicator', why: { confidence: 0.7, reason: 'by_content', params: { field: 'indicator' } } }
    if (nameless && column === first && naming === undefined) field = 'task'
    if (nameless && column === counties) field = 'area'
    if (unitless && field === 'remark') {
      const { kinds, filled } = setting.content(column.column)
      if (filled > 1 && (kinds.units ?? 0) >= filled * 0.6) field = 'lead_unit'
    }
    if (
      (field === 'lead_unit' || field === 'support_unit' || field === 'resp_unit') &&
      !named(column, /牵头|主办|主管|配合|协办|协助|参与/u)
    ) {
      const own = named(column, /责任|落实|承办/u)
      if (own && setting.countySheet) field = 'resp_unit'
      else if (field === 'resp_unit') field = leads ? 'support_unit' : 'lead_unit'
      else if (named(column, /^(.*\/)?责任(单位|部门)$/u)) field = leads ? 'support_unit' : 'lead_unit'
    }
    if (milestones && field === 'deadline')
      field = has('planned_date') && named(column, /^(.*\/)?(完成|完工|办结|竣工)(时间|日期)/u) ? 'actual_date' : 'planned_date'
    if (!milestones && field === 'planned_date' && !has('deadline')) field = 'deadline'
    if (field === 'actual_date' && !milestones && !has('deadline') && !named(column, /实际|已/u)) field = 'deadline'
    return field === column.field ? column : { ...column, field, why: { ...column.why, reason: 'by_neighbours' } }
  })
}

/** The words beside planned and actual dates, where they name nothing of the register: 方案设计, 施工招标. */
function stepsOf(columns: readonly RecognizedColumn[], setting: ColumnSetting): RecognizedColumn | undefined {
  const dated = (pattern: RegExp) => columns.some(({ header, field }) => DATED.has(field) && pattern.test(compactText(header)))
  if (!dated(/计划|要求/u) || !dated(/实际/u)) return undefined
  if (columns.some(({ field }) => field === 'target' || field === 'cumulative')) return undefined
  const words = columns.filter(({ field }) => field === 'task' || field === 'indicator')
  const [only] = words
  return only && words.length === 1 && setting.subjectShare(only.column) < 0.3 ? only : undefined
}

const DATED: ReadonlySet<ColumnField | undefined> = new Set<ColumnField | undefined>(['deadline', 'planned_date', 'actual_date'])

/** A table with targets and without completed figures: its one column of numbers with an unknown heading is the completed one. */
function withCumulative(columns: readonly RecognizedColumn[], setting: ColumnSetting): readonly RecognizedColumn[] {
  if (columns.some((column) => column.field === 'cumulative' || column.field === 'period_value')) return columns
  const target = columns.find((column) => column.field === 'target')
  if (!target) return columns
  const open = columns.filter((column) => {
    if (column.field !== undefined || column.header === '') return false
    const { kinds, filled } = setting.content(column.column)
    return filled > 0 && (kinds.number ?? 0) + (kinds.quantity ?? 0) + (kinds.percent ?? 0) >= filled * 0.6
  })
  const only = open.length === 1 ? open[0] : undefined
  if (!only) return columns
  return columns.map(
    (column): RecognizedColumn =>
      column === only
        ? {
            ...column,
            field: 'cumulative',
            ...(target.indicator ? { indicator: target.indicator } : {}),
            why: { confidence: 0.55, reason: 'by_neighbours' },
          }
        : column,
  )
}

/** The column of unknown heading whose texts name tasks and indicators of the register. */
function bySubjects(columns: readonly RecognizedColumn[], setting: ColumnSetting): RecognizedColumn | undefined {
  return columns.find((column) => column.field === undefined && setting.subjectShare(column.column) >= 0.5)
}

/** A column of units that are all governments or bureaus of counties: its rows are the counties. */
function holdsAreas(column: RecognizedColumn, setting: ColumnSetting): boolean {
  if (column.field !== 'lead_unit' && column.field !== 'support_unit' && column.field !== 'resp_unit') return false
  const { kinds, filled } = setting.content(column.column)
  return filled > 0 && (kinds.area ?? 0) >= filled * 0.6
}
