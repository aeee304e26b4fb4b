import type { AreaCode, Task } from './register.ts'
import type { CountyScopeForm, TaskForm } from './registerForm.ts'

/** What a complete task takes from the rest of its register. */
export interface TaskContext {
  /** Codes of all counties. */
  readonly counties: readonly AreaCode[]
  /** The id of a unit by any of its names; a name that no unit has stays as written. */
  readonly unitId: (name: string) => string
}

/** A task with its defaults: numbers from its id, its counties' words from their kind. */
export function completeTask(form: TaskForm, { counties, unitId }: TaskContext): Task {
  const [category, number] = form.id.split('.')
  const ownNumber = number === undefined ? null : Number(number)
  return {
    id: form.id,
    categoryNo: form.categoryNo ?? Number(category),
    taskNo: form.taskNo !== undefined ? form.taskNo : ownNumber,
    text: form.text,
    leadUnits: form.leadUnits.map(unitId),
    countyScope: completeScope(form.counties, counties),
    origin: form.origin ?? 'municipal',
  }
}

const PHRASES = { all: '各县（市、区）政府', relevant: '相关县（市、区）政府', none: null } as const

function completeScope(written: TaskForm['counties'], counties: readonly AreaCode[]): Task['countyScope'] {
  const scope: CountyScopeForm = typeof written === 'object' ? written : { kind: written ?? 'none' }
  return {
    kind: scope.kind,
    phrase: scope.phrase ?? PHRASES[scope.kind],
    areas: scope.areas ?? (scope.kind === 'all' ? counties : []),
  }
}
