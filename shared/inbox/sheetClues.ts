import { ACTS_FOR_OTHERS, unitsOfLine, unitsOfTitle } from '../checks/lookups/sheetOwner.ts'
import type { Grid } from '../grid/grid.ts'
import type { RecognizedTable } from '../record/reading.ts'
import { nameKey } from '../register/nameKey.ts'
import type { Register, ReportingUnit } from '../register/register.ts'
import type { Clue, ClueKind } from './clue.ts'

/** What is known of the city's units besides the register. */
export interface KnownOfUnits {
  /** The names of those who have sent figures of a unit, by the unit's id. */
  readonly people: ReadonlyMap<string, ReadonlySet<string>>
  /** Whose a remembered layout is, by its fingerprint. */
  readonly layouts: ReadonlyMap<string, string>
}

/** A clue and the unit that it points to; undefined where it names somebody who is no unit of the register. */
export interface UnitClue {
  readonly unit: ReportingUnit | undefined
  readonly clue: Clue
}

/** What a sheet says of whose it is, in the order of the file. */
export interface SheetClues {
  readonly named: readonly UnitClue[]
  /** Persons and layouts. */
  readonly known: readonly UnitClue[]
  /** A county's unit whose bureau is named in a line: 湖滨区交通局. */
  readonly bureaus: readonly UnitClue[]
  /** The ids of what the sheet reports on. */
  readonly subjects: ReadonlySet<string>
}

/** Looks for the clues of one sheet; `tables` are those that were recognised in its grid. */
export function sheetClues(register: Register, grid: Grid, tables: readonly RecognizedTable[], known: KnownOfUnits): SheetClues {
  const lines = tables.flatMap(({ meta }): Clue[] =>
    meta.reportingUnit === undefined ? [] : [{ kind: 'line', text: meta.reportingUnit, cell: meta.reportingUnitCell }],
  )
  const titles = tables.flatMap(({ title }): Clue[] =>
    title === undefined ? [] : [{ kind: 'title', text: title.text, cell: `A${title.row}` }],
  )
  const names: Clue[] = [
    { kind: 'sheetName', text: grid.sheetName },
    ...(grid.fileName === undefined ? [] : [{ kind: 'fileName' as const, text: withoutEnding(grid.fileName) }]),
  ]
  const named = [
    ...lines.map((clue) => ({ clue, units: unitsOfLine(register, clue.text) })),
    ...[...titles, ...names].map(namedBy(register)),
  ]
  return {
    named: named.flatMap(({ clue, units }) => reporting(units).map((unit) => ({ unit, clue }))),
    bureaus: lines.flatMap((clue) => bureauOf(register, clue)),
    known: [...peopleIn(register, tables, known), ...layoutsOf(register, tables, known)],
    subjects: new Set(tables.flatMap(subjectsOf)),
  }
}

const namedBy = (register: Register) => (clue: Clue) => ({ clue, units: unitsOfTitle(register, clue.text) })

/** "5月 市交通局.xlsx" without its ending. */
const withoutEnding = (name: string): string => name.replace(/\.[a-z]{2,5}$/iu, '')

/** The office that collects reports nothing itself; a unit that is named twice counts once. */
const reporting = (units: readonly ReportingUnit[]): readonly ReportingUnit[] => [
  ...new Set(units.filter(({ kind }) => kind !== 'supervision_office')),
]

/** 湖滨区交通局 is a bureau of 湖滨区人民政府; of a line that names a unit of the register nothing is asked. */
function bureauOf(register: Register, clue: Clue): readonly UnitClue[] {
  const key = nameKey(clue.text)
  if (unitsOfLine(register, clue.text).length > 0 || ACTS_FOR_OTHERS.test(clue.text)) return []
  const area = register.areas.find(({ code, name }) => code !== register.city && key.startsWith(nameKey(name)))
  const unit = register.units.find((one) => one.area === area?.code && one.kind === 'county_government')
  return area && unit ? [{ unit, clue }] : []
}

function peopleIn(register: Register, tables: readonly RecognizedTable[], { people }: KnownOfUnits): readonly UnitClue[] {
  const names = new Set(tables.flatMap(({ meta }) => [meta.reporter, meta.reviewer, meta.approver].flatMap((name) => name ?? [])))
  return [...names].flatMap((name) =>
    register.units.filter(({ id }) => people.get(id)?.has(name)).map((unit) => ({ unit, clue: clueOf('person', name) })),
  )
}

const layoutsOf = (register: Register, tables: readonly RecognizedTable[], { layouts }: KnownOfUnits): readonly UnitClue[] =>
  tables.flatMap(({ memory, title }) => {
    const unit = register.units.find(({ id }) => id === layouts.get(memory.layout))
    return unit ? [{ unit, clue: clueOf('layout', title?.text ?? '') }] : []
  })

const clueOf = (kind: ClueKind, text: string): Clue => ({ kind, text })

const subjectsOf = ({ rows, columns }: RecognizedTable): readonly string[] => [
  // A row that may be about several says nothing of whose the sheet is.
  ...rows.flatMap(({ subjects }) => (subjects.length === 1 ? subjects : [])),
  ...columns.flatMap(({ indicator }) => indicator ?? []),
]
