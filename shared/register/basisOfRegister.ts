import { formOfRegister } from './formOfRegister.ts'
import type { Register } from './register.ts'
import type { RegisterBasis } from './registerForm.ts'

/** What another year's sheet is read against: the city's areas, units, measures and lights, without its tasks, moves of duties and plans. */
export function basisOfRegister(register: Register): RegisterBasis {
  const { categories: _c, tasks: _t, indicators: _i, assignments: _a, succeeds: _s, plans: _p, ...basis } = formOfRegister(register)
  return basis
}
