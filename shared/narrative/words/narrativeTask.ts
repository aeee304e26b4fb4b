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
