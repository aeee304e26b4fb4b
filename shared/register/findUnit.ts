import { oncePer } from '../base/oncePer.ts'
import { nameKey } from './nameKey.ts'
import type { Register, ReportingUnit } from './register.ts'
import { cityOf } from './registerIndex.ts'

/** A reporting unit, and whether it was found by an alias: by a name that is neither the registered one nor its full form. */
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
  for (const unit of register.units)
    for (const alias of unit.aliases) names.set(nameKey(alias), { unit, byAlias: !isFullForm(nameKey(alias), nameKey(unit.name)) })
  for (const unit of register.units) names.set(nameKey(unit.name), { unit, byAlias: false })
  return names
})

/**
 * Whether a name is what the registered one is short for, which is as official: it begins alike and has the registered
 * name's characters in their order.
 *
 *     registered   other               full form
 *     市残联        市残疾人联合会        yes
 *     市城管局      市城市管理局          yes
 *     市交通运输局   市交通局             no, shorter
 *     三门峡供电公司 国网三门峡供电公司     no, another body's name before it
 */
function isFullForm(name: string, registered: string): boolean {
  if (name[0] !== registered[0]) return false
  let at = 0
  for (const character of name) if (character === registered[at]) at++
  return at === registered.length
}
