import type { Register } from '../../register/register.ts'
import { taskById } from '../../register/registerIndex.ts'
import type { NarrativeTask } from './claims.ts'

/** A task of a register in the form that `readNarrative` takes; undefined where the register has no such task. */
export function narrativeTask(register: Register, taskId: string): NarrativeTask | undefined {
  const known = tasks.get(register) ?? new Map<string, NarrativeTask | undefined>()
  tasks.set(register, known)
  if (!known.has(taskId)) known.set(taskId, taskOf(register, taskId))
  return known.get(taskId)
}

/** Several tasks as one, so that their indicators compete for the figures of a text about all of them. */
export function narrativeTasks(register: Register, taskIds: readonly string[]): NarrativeTask | undefined {
  const [only, another] = taskIds
  if (only === undefined || another === undefined) return only === undefined ? undefined : narrativeTask(register, only)
  const known = tasks.get(register) ?? new Map<string, NarrativeTask | undefined>()
  tasks.set(register, known)
  const key = taskIds.join()
  if (!known.has(key)) known.set(key, joined(taskIds.flatMap((id) => narrativeTask(register, id) ?? [])))
  return known.get(key)
}

const joined = (all: readonly NarrativeTask[]): NarrativeTask | undefined =>
  all.length === 0 ? undefined : { text: all.map(({ text }) => text).join('\n'), indicators: all.flatMap(({ indicators }) => indicators) }

/** A register is read-only and a task is asked for at every text of its rows. */
const tasks = new WeakMap<Register, Map<string, NarrativeTask | undefined>>()

function taskOf(register: Register, taskId: string): NarrativeTask | undefined {
  const task = taskById(register, taskId)
  if (!task) return undefined
  const indicators = register.indicators
    .filter((indicator) => indicator.taskId === taskId)
    .map(({ id, name, kind, target, measure }) => ({
      id,
      name,
      kind,
      target: target && { value: target.value, measure: measure ?? '', op: target.op, raw: target.raw },
    }))
  return { text: task.text, indicators }
}
