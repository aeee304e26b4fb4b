import { rememberingPer } from '../../base/remembering.ts'
import { type FoundArea, findArea } from '../../register/findArea.ts'
import { findUnit } from '../../register/findUnit.ts'
import type { Register } from '../../register/register.ts'
import { registerIndex } from '../../register/registerIndex.ts'

/** The first of the areas below a total may be written 其中：湖滨区, or #湖滨区. */
export const withoutOfWhich = (name: string): string => name.replace(OF_WHICH, '')

const OF_WHICH = /^(?:其中|[#＃])[:：]?/u

/** What follows a county's name where the whole names its government or a bureau of it. */
const BUREAU = /^(人民)?政府(办公室)?$|^.{1,8}([局委办部联]|中心|公司)$/u

/**
 * The area that a name in a column of areas means.
 *
 *     湖滨区, 湖滨         the area of the register, by name or alias
 *     经开区              a zone, which is not an area of the register
 *     湖滨区司法局         the county whose bureau it is
 *     其中：湖滨区          湖滨区
 *     a reporting unit    its own county
 */
export const areaOfName = rememberingPer((register: Register, written: string): FoundArea | undefined => {
  const name = withoutOfWhich(written)
  const found = findArea(register, name)
  if (found) return found
  const bureau = register.areas.find(
    (one) =>
      one.level === 'county' &&
      [one.name, ...one.aliases].some((own) => own.length > 1 && name.startsWith(own) && BUREAU.test(name.slice(own.length))),
  )
  if (bureau) return { kind: 'area', area: bureau, byAlias: true }
  const code = findUnit(register, name)?.unit.area
  const area = code == null ? undefined : registerIndex(register).areas.get(code)
  return area && { kind: 'area', area, byAlias: true }
})
