import { oncePer } from '../base/oncePer.ts'
import { findUnit } from './findUnit.ts'
import { nameKey } from './nameKey.ts'
import type { Register, RegisterArea } from './register.ts'
import { cityOf } from './registerIndex.ts'

/** An area by name, alias or code; `zone` where the name is a functional zone's, which has no code. */
export type FoundArea =
  | { readonly kind: 'area'; readonly area: RegisterArea; readonly byAlias: boolean }
  | { readonly kind: 'zone'; readonly name: string }

/** The area that a name means (NFKC, white space and quotation marks ignored); undefined where the register knows none. */
export function findArea(register: Register, name: string): FoundArea | undefined {
  const names = namesOfAreas(register)
  const key = nameKey(name)
  const city = cityOf(register)
  const within = city && key.startsWith(nameKey(city.name)) ? key.slice(nameKey(city.name).length) : ''
  return names.get(key) ?? (within === '' ? undefined : names.get(within))
}

/** Names count for more than aliases, areas for more than zones: what is set last stays. */
const namesOfAreas = oncePer((register: Register): ReadonlyMap<string, FoundArea> => {
  const names = new Map<string, FoundArea>()
  for (const zone of register.zones) {
    for (const name of [zone.name, ...zone.aliases]) names.set(nameKey(name), { kind: 'zone', name: zone.name })
  }
  for (const area of register.areas) for (const alias of area.aliases) names.set(nameKey(alias), { kind: 'area', area, byAlias: true })
  for (const area of register.areas) {
    for (const name of [area.code, area.name]) names.set(nameKey(name), { kind: 'area', area, byAlias: false })
  }
  return names
})

/**
 * Whether an area is called by its official name, alone or in the name of its government or of a bureau of it. What the
 * register lists as another name, and a name written with spaces in it, is not.
 *
 *     湖滨区, 三门峡市湖滨区, 411202   yes
 *     湖滨区人民政府, 湖滨区司法局      yes
 *     湖滨区政府, 湖滨, 湖 滨 区, 陕县   no
 */
export function isOfficialName(register: Register, written: string, area: RegisterArea): boolean {
  const city = cityOf(register)?.name ?? ''
  const name = written !== city && written.startsWith(city) ? written.slice(city.length).trim() : written
  if (name === area.name || name === area.code) return true
  const unit = findUnit(register, name)
  return unit ? !unit.byAlias : name.startsWith(area.name)
}
