import { findUnit } from '../../register/findUnit.ts'
import { nameKey } from '../../register/nameKey.ts'
import type { Register } from '../../register/register.ts'
import { type LintFinding, lintFinding, type ReportCheck } from './lintFinding.ts'
import { blankTitles, type ProgressPart, progressParts } from './progressParts.ts'

/** 市…局, 市…委, 市委…部: a municipal unit named in a text. */
const UNIT = /市(?:委[一-龥]{2,4}部|[一-龥]{2,9}?(?:局|委员会|委|办公室|管理中心))/g
/** Words that no unit's name contains: with one of them the match ran across a sentence. */
const NO_NAME = /正在|组织|完成|推进|开展|全部|已经|进行|各县|政府/

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
  for (const { 0: name, index } of searched.matchAll(UNIT)) {
    const upToCity = searched.slice(Math.max(0, index - 3), index + 1)
    // a county-level city's own bureau (灵宝市…局) is not a municipal unit
    if (NO_NAME.test(name) || cities.some((city) => upToCity.endsWith(city))) continue
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
