import { isKeyOf, isOneOf } from '../base/keysOf.ts'
import { oncePer } from '../base/oncePer.ts'
import { COLUMN_FIELDS, VALUE_FIELDS, type ValueField } from '../record/columnFields.ts'
import type { FigureRecord } from '../record/figureRecord.ts'
import type { Finding } from './finding.ts'

/** What a finding affects in a record: one field, the `row` (its very subject or area), or nothing that travels. */
export type Affected = ValueField | 'row' | undefined

/**
 * The field of a record that a finding is about.
 *
 *     finding                                   record's cells                    affected
 *     at E7                                     cumulative E7                     cumulative
 *     at D9, field statedPercent                cumulative D9, statedPercent D9    statedPercent (the words hold both)
 *     at C9 (a label), params.cells E7          cumulative E7                     cumulative
 *     of the record, field cumulative, at A7    no cell for it                    cumulative
 *     of the record, field cumulative, at E11   cumulative E4                     nothing (a total under the same key)
 *     field percent (of the column), at F7      —                                 statedPercent
 *     of the record, without a field            —                                 row
 *     field indicator (names the row)           —                                 row
 *     field start_rate (fills no value)         —                                 nothing
 */
export function affectedField(finding: Finding, { origin: { cells } }: FigureRecord): Affected {
  const named = namedField(finding)
  const isThere = (field: ValueField): boolean => cells[field] !== undefined && isAt(finding, cells[field])
  if (named !== undefined && named !== 'row' && isThere(named)) return named
  const there = VALUE_FIELDS.find(isThere)
  if (there !== undefined) return there
  if (finding.field === undefined) return 'row'
  return named !== undefined && named !== 'row' && cells[named] !== undefined ? undefined : named
}

/** Findings of the reader name the column's field, those of the checks the record's, or a part of its key. */
export function namedField({ field }: Finding): Affected {
  if (isOneOf(VALUE_FIELDS, field)) return field
  if (isOneOf(KEY_FIELDS, field)) return 'row'
  if (!isKeyOf(COLUMN_FIELDS, field)) return undefined
  const { group, fills } = COLUMN_FIELDS[field]
  // where the words that say what the row is about are in doubt, so is the whole row
  return group === 'naming' ? 'row' : fills
}

/** The parts of a record's key. */
const KEY_FIELDS = ['subject', 'area', 'part'] as const

/** Every cell that a finding is about: its own, those it lists, and those that its params list. May repeat one. */
export function cellsOf({ cell, cells = [], params }: Finding): readonly string[] {
  const more = params.cells
  return [cell, ...cells, ...(typeof more === 'object' ? more : [])]
}

/** Whether a finding is about a cell. One of a whole column has thousands, and is asked about for each row. */
const isAt = (finding: Finding, cell: string): boolean =>
  cell === finding.cell || ((finding.cells !== undefined || finding.params.cells !== undefined) && cellSet(finding).has(cell))

const cellSet = oncePer((finding: Finding): ReadonlySet<string> => new Set(cellsOf(finding)))

/** The cell of a finding that is the record's own, where one finding is about several rows; else the one it is shown at. */
export const cellIn = (finding: Finding, { origin: { cells } }: FigureRecord): string =>
  cellsOf(finding).find((cell) => Object.values(cells).includes(cell)) ?? finding.cell

/**
 * The findings of each record of a sheet: those that name it, and those that name none but are at one of its cells.
 * Indexed once, since a sheet may have thousands of both.
 */
export function findingsByRecord(findings: readonly Finding[]): (record: FigureRecord, key: string) => readonly Finding[] {
  const byKey = new Map<string, Finding[]>()
  const byCell = new Map<string, Finding[]>()
  const add = (index: Map<string, Finding[]>, at: string, finding: Finding) => {
    const there = index.get(at)
    if (there) there.push(finding)
    else index.set(at, [finding])
  }
  for (const finding of findings) {
    if (finding.record !== undefined) add(byKey, finding.record, finding)
    else if (finding.records) for (const record of finding.records) add(byKey, record, finding)
    else for (const cell of new Set(cellsOf(finding))) add(byCell, cell, finding)
  }
  return ({ origin: { cells } }, key) => {
    const own = byKey.get(key) ?? NONE
    if (byCell.size === 0) return own
    const there = Object.values(cells).flatMap((cell) => (cell === undefined ? NONE : (byCell.get(cell) ?? NONE)))
    return there.length === 0 ? own : [...new Set([...own, ...there])]
  }
}

const NONE: readonly Finding[] = []
