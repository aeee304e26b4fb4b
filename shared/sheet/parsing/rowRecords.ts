import type { RecordBuilder } from '../tally/recordBuilder.ts'
import type { Tally } from '../tally/tally.ts'
import type { TableSetting } from './tableSetting.ts'

/** What a record is written by, and into. */
interface Written {
  readonly setting: TableSetting
  readonly tally: Tally
}

/** Writes a record at its row, with the cells that named it; what holds no report of anything is not one. */
export function addRecord({ setting, tally }: Written, builder: RecordBuilder, row: number): void {
  if (!isRecord(setting, builder)) return
  const { cells, values } = builder
  // made a text once: ten thousand rows have three addresses each
  const name = String(row)
  const { nameColumns, areaColumns, partColumn, view, table } = setting
  const asOf = table.meta.asOfOfAreas?.[builder.area] ?? setting.asOf
  for (const { column, letter } of nameColumns) {
    if (view.value(row, column) === null) continue
    cells.subject = letter + name
    break
  }
  if (areaColumns[0]) cells.area = areaColumns[0].letter + name
  if (partColumn && builder.part !== '') cells.part = partColumn.letter + name
  // — beside a target: the task is there, so that its figure is missing
  const due = dueCell(builder)
  if (due !== undefined) cells.cumulative ??= due
  if (asOf !== undefined && values.asOf === undefined && cells.asOf === undefined) values.asOf = asOf
  tally.addRecord(builder, row)
}

/** The cell that says "no such task" of a figure with a target; a milestone may have one and no figure. */
const dueCell = ({ indicator, markedCell, values: { target } }: RecordBuilder): string | undefined =>
  indicator?.kind !== 'milestone' && target != null && target > 0 ? markedCell : undefined

/** Figures, or a cumulative cell that is blank although the row is the indicator's. */
function isRecord(setting: TableSetting, { indicator, values, cells, filled, marked }: RecordBuilder): boolean {
  const hasTarget = indicator?.target != null
  if (filled && (indicator?.kind === 'count' || indicator?.kind === 'percent' || hasTarget)) return true
  if (filled && Object.values(values).some((value) => typeof value === 'number')) return true
  if (setting.milestonesAsRows) return true
  if (marked) return false
  if (values.actual !== undefined || values.done !== undefined) return true
  if (setting.figuresInWords) return hasTarget && indicator.kind !== 'milestone'
  return !setting.headingsNameSubjects && cells.cumulative !== undefined && hasTarget
}
