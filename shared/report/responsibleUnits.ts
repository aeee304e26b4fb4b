import type { Register, Task } from '../register/register.ts'
import { unitName } from '../register/registerIndex.ts'

/** Who is responsible for a task, as documents word it: "市教育局，各县（市、区）政府". */
export function responsibleUnits(register: Register, task: Task): string {
  const leads = task.leadUnits.map((id) => unitName(register, id)).join('、')
  return task.countyScope.phrase === null ? leads : `${leads}，${task.countyScope.phrase}`
}
