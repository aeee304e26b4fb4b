import { nameKey } from './nameKey.ts'
import type { Register, ReportingUnit } from './register.ts'
import { cityOf } from './registerIndex.ts'

/**
 * The reporting unit that a name means, and whether it was found by an alias; undefined where none answers to it.
 * 三门峡市交通运输局 is read as 市交通运输局: the city's name before 市 says nothing more.
 */
export function findUnit(register: Register, name: string): { readonly unit: ReportingUnit; readonly byAlias: boolean } | undefined {
  const names = namesOfUnits(register)
  const key = nameKey(name)
  const city = cityOf(register)
  const short = city && key.startsWith(nameKey(city.name)) ? key.replace(nameKey(city.name), '市') : undefined
  return names.get(key) ?? (short === undefined ? undefined : names.get(short))
}

const known = new WeakMap<Register, Map<string, { unit: ReportingUnit; byAlias: boolean }>>()

function namesOfUnits(register: Register): Map<string, { unit: ReportingUnit; byAlias: boolean }> {
  const cached = known.get(register)
  if (cached) return cached
  const names = new Map<string, { unit: ReportingUnit; byAlias: boolean }>()
  for (const unit of register.units) for (const alias of unit.aliases) names.set(nameKey(alias), { unit, byAlias: true })
  for (const unit of register.units) names.set(nameKey(unit.name), { unit, byAlias: false })
  known.set(register, names)
  return names
}
