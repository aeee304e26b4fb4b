import type { AreaCode, Assignment, Indicator, Register, Task } from './register.ts'
import type { RegisterForm } from './registerForm.ts'

/**
 * Who reports what, where a register does not say it itself:
 * - of record and required: for each indicator its `reporter` or the task's first lead unit, for the indicator's own
 *   area, or for every county (`reportedBy: 'counties'`; beyond `requiredAreas` welcome but not required); for each
 *   task's narrative the same unit, for the city;
 * - required but not of record: where all counties are named, each county government for its own area: the narrative
 *   and the counts;
 * - neither: the other lead units, for the same areas.
 */
export function deriveAssignments(
  register: Register,
  form: Pick<RegisterForm, 'tasks' | 'indicators'>,
  unitId: (name: string) => string,
): readonly Assignment[] {
  const forms = new Map(register.indicators.map((indicator, position) => [indicator, form.indicators[position]]))
  const byTask = Map.groupBy(register.indicators, ({ taskId }) => taskId)
  const counties = register.areas.filter((area) => area.level === 'county').map((area) => area.code)
  const assignments = register.tasks.flatMap((task, position) => {
    const reporter = unitId(form.tasks[position]?.reporter ?? task.leadUnits[0] ?? '')
    const indicators = (byTask.get(task.id) ?? []).map((indicator): TaskIndicator => {
      const { reporter: own, reportedBy, requiredAreas } = forms.get(indicator) ?? {}
      const areas = reportedBy === 'counties' ? counties : [indicator.area]
      return { indicator, reporter: unitId(own ?? reporter), areas, requiredAreas }
    })
    return [
      ...narrative(task, reporter, register.city),
      ...indicators.flatMap((one) => ofIndicator(task, one)),
      ...(task.countyScope.kind === 'all' ? countyGovernments(register, task, indicators) : []),
    ]
  })
  return assignments.filter(({ areas }) => areas.length > 0)
}

/** An indicator of a task, with who reports it for which areas. */
interface TaskIndicator {
  readonly indicator: Indicator
  readonly reporter: string
  readonly areas: readonly AreaCode[]
  /** Those of the areas that must be reported; all where left out. */
  readonly requiredAreas: readonly AreaCode[] | undefined
}

const narrative = (task: Task, reporter: string, city: AreaCode): readonly Assignment[] => [
  { subject: task.id, reporter, areas: [city], ofRecord: true, required: true },
  ...jointLeads(task, { subject: task.id, reporter, areas: [city] }),
]

function ofIndicator(task: Task, { indicator, reporter, areas, requiredAreas = areas }: TaskIndicator): readonly Assignment[] {
  const record = { subject: indicator.id, reporter, ofRecord: true }
  return [
    { ...record, areas: areas.filter((area) => requiredAreas.includes(area)), required: true },
    { ...record, areas: areas.filter((area) => !requiredAreas.includes(area)), required: false },
    ...jointLeads(task, { subject: indicator.id, reporter, areas }),
  ]
}

/** The lead units that are not of record may report the same, without having to. */
const jointLeads = ({ leadUnits }: Task, ofRecord: Pick<Assignment, 'subject' | 'reporter' | 'areas'>): readonly Assignment[] =>
  leadUnits
    .filter((unit) => unit !== ofRecord.reporter)
    .map((unit) => ({ subject: ofRecord.subject, reporter: unit, areas: ofRecord.areas, ofRecord: false, required: false }))

function countyGovernments(register: Register, task: Task, indicators: readonly TaskIndicator[]): readonly Assignment[] {
  return register.units.flatMap(({ id, area }) => {
    if (area === null || !task.countyScope.areas.includes(area)) return []
    const own = { reporter: id, areas: [area], ofRecord: false, required: true }
    const counts = indicators.filter(({ indicator }) => indicator.kind === 'count')
    return [
      { ...own, subject: task.id },
      ...counts.map(({ indicator, requiredAreas }) => ({
        ...own,
        subject: indicator.id,
        required: requiredAreas?.includes(area) ?? true,
      })),
    ]
  })
}
