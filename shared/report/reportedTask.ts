import type { Indicator, Register, Task } from '../register/register.ts'
import type { CityFigures, IndicatorFigures } from '../wire/consolidation.ts'

/** A task of the report with what was reported on it. */
export interface ReportedTask {
  readonly task: Task
  readonly indicators: readonly Indicator[]
  /** By indicator; one that nobody reported is there too, with nulls. */
  readonly figures: ReadonlyMap<string, IndicatorFigures>
  /** The text of the unit of record; undefined where it sent none. */
  readonly narrative: CityFigures['narratives'][number] | undefined
}

/** What a report says under 进展情况, and what it leaves out there, a sentence each. */
export interface Progress {
  /**
   * Whether the report shows how far the task is, or a text that says 暂无进展, leaves out what nobody has accepted, or has
   * nothing to show: only others than the unit of record sent a text, or nobody anything.
   */
  readonly state: 'shown' | 'noProgress' | 'withheld' | 'othersOnly' | 'missing'
  /** Of one that is shown: a figure that must be reported is missing. */
  readonly lacksFigures?: boolean
  readonly paragraphs: readonly string[]
  /** Where in each paragraph the unit's own words end and those of the report begin. */
  readonly ours: readonly number[]
  readonly leftOut: readonly string[]
}

/** All tasks of the register, in its order. */
export function reportedTasks(register: Register, { indicators, narratives }: CityFigures): readonly ReportedTask[] {
  const byTask = Map.groupBy(register.indicators, ({ taskId }) => taskId)
  const figures = new Map(indicators.map((one) => [one.indicator, one]))
  const texts = new Map(narratives.map((narrative) => [narrative.task, narrative]))
  return register.tasks.map((task) => ({ task, indicators: byTask.get(task.id) ?? [], figures, narrative: texts.get(task.id) }))
}
