import type { CellFact } from '../../finding/facts.ts'
import { COLUMN_FIELDS } from '../../record/columnFields.ts'
import type { TableReading } from '../parsing/row.ts'

/**
 * Whether a cell says more than its record, so that the checks need its fact. They need the first of a table anyway: it
 * says which sheet and column a finding about all of them is put at.
 *
 *     refused, an error, read at another scale           yes
 *     units                                              by `unitsNeedFact`
 *     a percentage                                       the first of its column, and those not written like it
 *     a figure or text that its record says (`ifMore`)    only where it stood in a text, or under a label of its own
 *     anything else (dates, flags, people)               yes
 */
export function needsFact(table: TableReading, fact: CellFact): boolean {
  if (table.setting.needsEveryFact || table.tally.facts.length === 0) return true
  if (fact.refused !== undefined || fact.error !== undefined || fact.readScale !== undefined) return true
  if (fact.units !== undefined) return table.lookups.unitsNeedFact(fact.units)
  if (fact.field === 'percent') return percentNeedsFact(table, fact)
  if (COLUMN_FIELDS[fact.field].checked !== 'ifMore') return true
  return fact.quantity?.inText === true || (fact.measure !== undefined && fact.measure.source !== 'register')
}

/** A percentage whose record says how it was written tells only how its column is scaled: the first does, and those unlike it. */
function percentNeedsFact({ percentScales }: TableReading, { quantity, record, value, column }: CellFact): boolean {
  if (!quantity || record === undefined || quantity.fullWidth) return true
  if (typeof value !== 'number') return !SAYS_PERCENT.test(String(value))
  if (value === 0) return false
  const fraction = quantity.fraction ?? false
  const first = percentScales.get(column)
  if (first === undefined) percentScales.set(column, fraction)
  return first !== fraction
}

const SAYS_PERCENT = /\d\s*%/u
