import { answersFor } from '../register/answersFor.ts'
import type { Register, ReportingUnit } from '../register/register.ts'
import type { Candidate, Clue, ClueKind, Doubt, Match } from './clue.ts'
import type { SheetClues, UnitClue } from './sheetClues.ts'

/** The stronger place decides, and the weaker ones may only agree or make a doubt of it. */
const PLACES: readonly (readonly ClueKind[])[] = [['line'], ['title'], ['sheetName', 'fileName']]

/**
 * Whose a sheet is by its clues; never one unit of two in silence.
 *
 *     填报单位          title          names           match
 *     市交通局          市交通运输局…    –               市交通运输局, sure
 *     市交通局          市司法局…       –               doubt: disagree
 *     市交通局          湖滨区农村公路…  –               市交通运输局, sure: a department keeps a sheet of a county
 *     湖滨区人民政府     市交通运输局…    –               湖滨区人民政府, sure: a county fills in a department's form
 *     –               市交通运输局…    湖滨区.xlsx      doubt: disagree
 *     –               –             市交通局5月.xlsx   市交通运输局, likely
 *     市司法局、市交通局  –              –              doubt: several
 *     湖滨区交通局       –              –              doubt: bureau
 *     市交通局, of what only 市教育局 answers for         doubt: notTheirs
 *     –, all of it what only 市交通运输局 answers for      doubt: unnamed
 *     –                                               doubt: unknown
 */
export function matchUnit(register: Register, clues: SheetClues): Match {
  const candidates = candidatesOf(register, clues)
  const open = (doubt: Doubt): Match => ({ unit: null, confidence: 'open', doubt, candidates })
  const place = PLACES.find((kinds) => at(clues.named, kinds).length > 0)
  if (clues.bureaus.length > 0) return open('bureau')
  if (place === undefined) return open(candidates.length > 0 ? 'unnamed' : 'unknown')
  const [unit, ...others] = unitsAt(clues.named, place)
  if (unit === undefined || others.length > 0) return open('several')
  if (clues.named.some((one) => !place.includes(one.clue.kind) && contradicts(unit, place, one))) return open('disagree')
  if (clues.subjects.size > 0 && ![...clues.subjects].some((subject) => answersFor(register, unit, subject))) return open('notTheirs')
  return { unit: unit.id, confidence: place.includes('fileName') ? 'likely' : 'sure', doubt: null, candidates }
}

const at = (named: readonly UnitClue[], kinds: readonly ClueKind[]) => named.filter(({ clue }) => kinds.includes(clue.kind))

const unitsAt = (named: readonly UnitClue[], kinds: readonly ClueKind[]): readonly ReportingUnit[] => [
  ...new Set(at(named, kinds).flatMap(({ unit }) => unit ?? [])),
]

/** Under a line that names its unit, title and sheet may name a county that the department keeps, or the department whose form it is. */
function contradicts(unit: ReportingUnit, place: readonly ClueKind[], { unit: other, clue }: UnitClue): boolean {
  if (other === undefined || other.id === unit.id) return false
  const isForm = place.includes('line') && clue.kind !== 'fileName'
  return !(isForm && isCounty(unit) !== isCounty(other))
}

const isCounty = ({ kind }: ReportingUnit): boolean => kind === 'county_government'

const STRENGTH: readonly ClueKind[] = ['line', 'title', 'fileName', 'sheetName', 'person', 'layout', 'subjects', 'otherSheet']
const strength = ({ kind }: Clue): number => STRENGTH.indexOf(kind)

/** Every unit that something points to, the one with the strongest clue first, of equals the one with more. */
function candidatesOf(register: Register, clues: SheetClues): readonly Candidate[] {
  const all = [...clues.named, ...clues.bureaus, ...clues.known, ...bySubjects(register, clues)]
  const byUnit = Map.groupBy(all, ({ unit }) => unit?.id ?? '')
  return [...byUnit]
    .map(([unit, found]): Candidate => ({ unit, clues: found.map(({ clue }) => clue).sort((a, b) => strength(a) - strength(b)) }))
    .filter(({ unit }) => unit !== '')
    .sort((a, b) => first(a) - first(b) || b.clues.length - a.clues.length)
}

const first = ({ clues: [clue] }: Candidate): number => (clue === undefined ? STRENGTH.length : strength(clue))

/** The one unit that answers for all that the sheet reports; of several nobody is meant. */
function bySubjects(register: Register, { subjects }: SheetClues): readonly UnitClue[] {
  if (subjects.size === 0) return []
  const able = register.units.filter(
    (unit) => unit.kind !== 'supervision_office' && [...subjects].every((subject) => answersFor(register, unit, subject)),
  )
  const [unit, ...others] = able
  return unit && others.length === 0 ? [{ unit, clue: { kind: 'subjects', text: '' } }] : []
}

/** The matches of one file's sheets: where a sheet says nothing of its own, another one's unit is offered, and a person asked. */
export function matchFile(matches: readonly Match[]): readonly Match[] {
  const units = new Set(matches.flatMap(({ unit }) => unit ?? []))
  const [unit, ...others] = units
  if (unit === undefined || others.length > 0) return matches
  return matches.map((match) => {
    if (match.doubt !== 'unknown') return match
    return { ...match, doubt: 'unnamed', candidates: [{ unit, clues: [{ kind: 'otherSheet', text: '' }] }] }
  })
}
