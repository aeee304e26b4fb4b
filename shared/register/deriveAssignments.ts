import type { AreaCode, Assignment, Register } from './register.ts'
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
  const assignments: Assignment[] = []
  const counties = register.areas.filter((area) => area.level === 'county').map((area) => area.code)
  for (const [index, task] of register.tasks.entries()) {
    const first = unitId(form.tasks[index]?.reporter ?? task.leadUnits[0] ?? '')
    assign(assignments, { subject: task.id, reporter: first, areas: [register.city], ofRecord: true, required: true })
    joint(assignments, task.leadUnits, first, task.id, [register.city])
    for (const [position, indicator] of register.indicators.entries()) {
      if (indicator.taskId !== task.id) continue
      const written = form.indicators[position]
      const reporter = unitId(written?.reporter ?? first)
      const areas = written?.reportedBy === 'counties' ? counties : [indicator.area]
      const required = written?.requiredAreas ?? areas
      const record = { subject: indicator.id, reporter, ofRecord: true }
      assign(assignments, { ...record, areas: areas.filter((area) => required.includes(area)), required: true })
      assign(assignments, { ...record, areas: areas.filter((area) => !required.includes(area)), required: false })
      joint(assignments, task.leadUnits, reporter, indicator.id, areas)
    }
    if (task.countyScope.kind === 'all') countyGovernments(assignments, register, form, task.id, task.countyScope.areas)
  }
  return assignments
}

function assign(assignments: Assignment[], assignment: Assignment): void {
  if (assignment.areas.length > 0) assignments.push(assignment)
}

function joint(
  assignments: Assignment[],
  leadUnits: readonly string[],
  ofRecord: string,
  subject: string,
  areas: readonly AreaCode[],
): void {
  for (const reporter of leadUnits) {
    if (reporter !== ofRecord) assign(assignments, { subject, reporter, areas, ofRecord: false, required: false })
  }
}

function countyGovernments(
  assignments: Assignment[],
  register: Register,
  form: Pick<RegisterForm, 'indicators'>,
  taskId: string,
  scope: readonly AreaCode[],
): void {
  for (const unit of register.units) {
    const area = unit.area
    if (area === null || !scope.includes(area)) continue
    const own = { reporter: unit.id, areas: [area], ofRecord: false, required: true }
    assign(assignments, { ...own, subject: taskId })
    for (const [position, indicator] of register.indicators.entries()) {
      if (indicator.taskId !== taskId || indicator.kind !== 'count') continue
      const required = form.indicators[position]?.requiredAreas?.includes(area) ?? true
      assign(assignments, { ...own, subject: indicator.id, required })
    }
  }
}
