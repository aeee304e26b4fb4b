import { keysOf } from '../../base/keysOf.ts'
import { oncePer } from '../../base/oncePer.ts'
import type { CellFact, CheckFacts } from '../../finding/facts.ts'
import type { ParsedDate } from '../../quantity/parsed.ts'
import { COLUMN_FIELDS, type ColumnField } from '../../record/columnFields.ts'
import { registerIndex } from '../../register/registerIndex.ts'

/** The facts sorted once, so that no check walks all cells for the few that concern it. */
export interface FactIndex {
  readonly errors: readonly CellFact[]
  readonly refused: readonly CellFact[]
  /** Cells that were read as a date, by the way they were read. */
  readonly dates: ReadonlyMap<ParsedDate['kind'], readonly CellFact[]>
  readonly areas: readonly CellFact[]
  readonly units: readonly CellFact[]
  /** Figures that stood in a text, percentages included. */
  readonly inText: readonly CellFact[]
  readonly percents: readonly CellFact[]
  readonly flags: readonly CellFact[]
  readonly carryOvers: readonly CellFact[]
  readonly people: readonly CellFact[]
  /** Facts whose figure's or label's measure is not the indicator's own word. */
  readonly otherMeasure: readonly CellFact[]
  /** Facts read at another scale than their label's. */
  readonly rescaled: readonly CellFact[]
  /** Refused and error cells by "sheet!E7". */
  readonly unusable: ReadonlyMap<string, CellFact>
}

/** Sorts the facts; asking again for the same facts costs nothing. */
export const factIndex = oncePer((facts: CheckFacts): FactIndex => {
  const lists: Readonly<Record<List, CellFact[]>> = {
    errors: [],
    refused: [],
    areas: [],
    units: [],
    inText: [],
    percents: [],
    flags: [],
    carryOvers: [],
    people: [],
    otherMeasure: [],
    rescaled: [],
  }
  const unusable = new Map<string, CellFact>()
  const dates = new Map<ParsedDate['kind'], CellFact[]>()
  const { indicators } = registerIndex(facts.register)
  facts.cells.forEach((fact) => {
    if (fact.error !== undefined) lists.errors.push(fact)
    if (fact.refused !== undefined) lists.refused.push(fact)
    if (fact.error !== undefined || fact.refused !== undefined) unusable.set(`${fact.sheet}!${fact.cell}`, fact)
    if (fact.date) push(dates, fact.date.kind, fact)
    if (fact.area) lists.areas.push(fact)
    if (fact.units) lists.units.push(fact)
    if (fact.quantity?.inText) lists.inText.push(fact)
    if (fact.readScale !== undefined) lists.rescaled.push(fact)
    const list = BY_FIELD.get(fact.field)
    if (list !== undefined) lists[list].push(fact)
    const word = fact.quantity?.measure
    const label = fact.measure
    if (fact.indicator === undefined || (word == null && (!label || label.source === 'register'))) return
    const registered = indicators.get(fact.indicator)?.measure
    if (registered != null && (word == null ? label?.name !== registered : word !== registered)) lists.otherMeasure.push(fact)
  })
  return { ...lists, dates, unusable }
})

type List = Exclude<keyof FactIndex, 'dates' | 'unusable'>

function push<K>(lists: Map<K, CellFact[]>, key: K, fact: CellFact): void {
  const list = lists.get(key)
  if (list) list.push(fact)
  else lists.set(key, [fact])
}

/** The list that a column's cells go to, whatever they hold. */
const BY_FIELD: ReadonlyMap<ColumnField, List> = new Map(
  keysOf(COLUMN_FIELDS).flatMap((field): readonly (readonly [ColumnField, List])[] => {
    const { group, fills } = COLUMN_FIELDS[field]
    if (group === 'flag') return [[field, 'flags']]
    if (group === 'person') return [[field, 'people']]
    if (fills === 'statedPercent') return [[field, 'percents']]
    return fills === 'carryOver' ? [[field, 'carryOvers']] : []
  }),
)
