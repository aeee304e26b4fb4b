import type { RowBinding } from '../../record/reading.ts'
import type { AreaCode, Indicator } from '../../register/register.ts'
import type { ColumnPlan } from '../plans/columnPlan.ts'
import { type RecordBuilder, recordBuilder } from '../tally/recordBuilder.ts'
import type { Row } from './row.ts'
import type { TableSetting } from './tableSetting.ts'

/** What a figure's column is about, else its row. */
export const subjectsOf = (row: Row, plan: ColumnPlan): readonly string[] => (plan.indicator ? plan.subjects : row.binding.subjects)

/** The area of a figure: its column's, its row's, that of the county whose sheet it is, else the one its indicator is promised for. */
export function areaOf(
  setting: TableSetting,
  binding: RowBinding,
  plan: ColumnPlan | undefined,
  indicator: Indicator | undefined,
): AreaCode {
  return plan?.area ?? binding.area ?? setting.home?.area ?? indicator?.area ?? setting.register.city
}

/** The row's record of a subject, begun where it has none; undefined where the register has no such indicator. */
export function builderOf(row: Row, subject: string, area: AreaCode, part: string): RecordBuilder | undefined {
  const indicator = row.table.lookups.indicatorOf(subject)
  if (!indicator) return undefined
  for (const known of row.builders) if (known.subject === subject && known.area === area && known.part === part) return known
  const made = recordBuilder(subject, area, part, indicator)
  row.builders.push(made)
  return made
}

/** The records that a figure of this column may belong to: of these subjects those that cover the area. */
export function buildersOf(row: Row, plan: ColumnPlan, subjects: readonly string[]): readonly RecordBuilder[] {
  const { setting, lookups } = row.table
  const part = row.part || plan.batch
  const only = subjects.length === 1 ? subjects[0] : undefined
  if (only !== undefined) {
    const builder = builderOf(row, only, areaOf(setting, row.binding, plan, lookups.indicatorOf(only)), part)
    if (!builder) return []
    // the usual row has one record: its list serves
    return row.builders.length === 1 ? row.builders : [builder]
  }
  const { city } = setting.register
  return subjects.flatMap((subject) => {
    const indicator = lookups.indicatorOf(subject)
    const area = areaOf(setting, row.binding, plan, indicator)
    if (indicator && indicator.area !== city && indicator.area !== area) return []
    return builderOf(row, subject, area, part) ?? []
  })
}

/** The task whose text a cell of words is; undefined where its row is about several. */
export function taskOfText(row: Pick<Row, 'table' | 'binding'>, plan: ColumnPlan): string | undefined {
  const { lookups, setting } = row.table
  const own = plan.indicator ? plan.subjects : row.binding.subjects
  const subjects = own.length > 0 ? own : setting.headingSubjects
  const [only] = subjects
  if (only !== undefined && subjects.length === 1) return lookups.indicatorOf(only)?.taskId ?? only
  const tasks = new Set(subjects.map((subject) => lookups.indicatorOf(subject)?.taskId ?? subject))
  return tasks.size === 1 ? [...tasks][0] : undefined
}
