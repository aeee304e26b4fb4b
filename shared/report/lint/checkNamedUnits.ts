import { findUnit } from '../../register/findUnit.ts'
import { nameKey } from '../../register/nameKey.ts'
import type { Register } from '../../register/register.ts'
import { type LintFinding, lintFinding, type ReportCheck } from './lintFinding.ts'
import { MUNICIPAL_UNIT, NOT_IN_A_NAME } from './lintWords.ts'
import { blankTitles, type ProgressPart, progressParts } from './progressParts.ts'

/** UNIT_NOT_RESPONSIBLE: units named in a text that are not responsible for its task, each once. */
export const checkNamedUnits: ReportCheck = (report, { register }) => {
  const cities = register.areas.filter((area) => area.level === 'county' && area.name.endsWith('市')).map(({ name }) => name)
  return progressParts(report, register).flatMap((part) => foreignUnits(part, register, cities))
}

function foreignUnits({ place, text, task }: ProgressPart, register: Register, cities: readonly string[]): readonly LintFinding[] {
  const responsible = task.units?.text ?? ''
  const known = new Set(responsible.split(/[、，,]/).flatMap((name) => unitKey(register, name)))
  const searched = blankTitles(text)
  const findings: LintFinding[] = []
  for (const { 0: name, index } of searched.matchAll(MUNICIPAL_UNIT.everywhere)) {
    const upToCity = searched.slice(Math.max(0, index - 3), index + 1)
    // a county-level city's own bureau (灵宝市…局) is not a municipal unit
    if (NOT_IN_A_NAME.pattern.test(name) || cities.some((city) => upToCity.endsWith(city))) continue
    const [key = ''] = unitKey(register, name)
    if (known.has(key)) continue
    known.add(key)
    findings.push(lintFinding('UNIT_NOT_RESPONSIBLE', place, name, { responsible }))
  }
  return findings
}

/** What a name is compared by: the unit's id, or its letters where the register has no such unit; nothing for a blank. */
const unitKey = (register: Register, name: string): readonly string[] =>
  nameKey(name) === '' ? [] : [findUnit(register, name)?.unit.id ?? nameKey(name)]
