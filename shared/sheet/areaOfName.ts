import { type FoundArea, findArea } from '../register/findArea.ts'
import { findUnit } from '../register/findUnit.ts'
import type { Register } from '../register/register.ts'

/** The area that a name in a column of areas means; a county's government stands for its county (湖滨区政府). */
export function areaOfName(register: Register, name: string): FoundArea | undefined {
  const found = findArea(register, name)
  if (found) return found
  const code = findUnit(register, name)?.unit.area
  const area = code == null ? undefined : register.areas.find((one) => one.code === code)
  return area && { kind: 'area', area, byAlias: true }
}
