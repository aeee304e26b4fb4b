import { oncePer } from '../base/oncePer.ts'
import { nameKey } from './nameKey.ts'
import type { Register, ReportingUnit } from './register.ts'
import { cityOf } from './registerIndex.ts'

/** A reporting unit, and whether it was found by an alias. */
export interface FoundUnit {
  readonly unit: ReportingUnit
  readonly byAlias: boolean
}

/**
 * The reporting unit that a name means; undefined where no unit has that name. 三门峡市交通运输局 is read as 市交通运输局:
 * the city's name before 市 adds nothing.
 */
export function findUnit(register: Register, name: string): FoundUnit | undefined {
  const names = namesOfUnits(register)
  const key = nameKey(name)
  const city = cityOf(register)
  const short = city && key.startsWith(nameKey(city.name)) ? key.replace(nameKey(city.name), '市') : undefined
  return names.get(key) ?? (short === undefined ? undefined : names.get(short))
}

/** Names count for more than aliases: what is set last stays. */
const namesOfUnits = oncePer((register: Register): ReadonlyMap<string, FoundUnit> => {
  const names = new Map<string, FoundUnit>()
  for (const unit of register.units) for (const alias of unit.aliases) names.set(nameKey(alias), { unit, byAlias: true })
  for (const unit of register.units) names.set(nameKey(unit.name), { unit, byAlias: false })
  return names
})
