import { isOneOf, isRecord } from '../../../shared/base/keysOf.ts'
import { cellContent } from '../../ports/cellContent.ts'
import type { SheetCell } from '../../ports/sheetDocument.ts'
import { type KeyedSheet, type KeyedTable, rowKey } from './keyedSheet.ts'

type Role = SheetCell['role']

/**
 * What must be known of a sheet besides what it holds: which of its columns and rows are ours, whatever else people typed;
 * which look each cell was given, so that a look of theirs is never taken away; and what was written into it, so that what
 * they typed over it is known from it.
 */
export interface SheetMemory {
  /** Headings of the sheet's columns. */
  readonly headings: readonly string[]
  /** By table and row key. */
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, RowMemory>>
}

/** Of a row, in the order of its table's columns. */
export interface RowMemory {
  /** None of a row that was begun and never dressed. */
  readonly roles: readonly Role[]
  /** Fingerprints, one after the other, of what a figure's cell may hold from us; "" of a cell that is not a figure's. */
  readonly held: readonly string[]
}

const ROLES: readonly Role[] = ['title', 'heading', 'note', 'body', 'missing', 'blue', 'green', 'yellow', 'red', 'grey']
/** Characters of a fingerprint: one in a million is taken for another. */
const FINGERPRINT = 4

/** What is remembered of a row that holds exactly this. */
export const rowMemory = ({ columns }: Pick<KeyedTable, 'columns'>, row: readonly (SheetCell | undefined)[]): RowMemory => ({
  roles: columns.map((_, i) => row[i]?.role ?? 'body'),
  held: columns.map(({ use }, i) => (use === 'figure' ? fingerprint(cellContent(row[i]).value) : '')),
})

/** What is remembered of a sheet that holds exactly this. */
export const memoryOf = (sheet: KeyedSheet): SheetMemory => ({
  headings: sheet.columns.map(({ heading }) => heading),
  tables: new Map(sheet.tables.map((table) => [table.name, new Map(table.rows.map((row) => [keyOf(table, row), rowMemory(table, row)]))])),
})

/** Looks of before, and contents of before and after: what can be found while a row is being changed. */
export const betweenRows = (before: RowMemory | undefined, after: RowMemory): RowMemory => ({
  roles: before?.roles ?? [],
  held: after.held.map((prints, i) => {
    const known = before?.held[i] ?? ''
    return hasFingerprint(known, prints) ? known : known + prints
  }),
})

/** Of a row that was changed also what it held before: somebody may undo the change, and what was written with the sheet stays. */
export const changedRow = (before: RowMemory | undefined, after: RowMemory): RowMemory => ({
  roles: after.roles,
  held: after.held.map((prints, i) => {
    const last = (before?.held[i] ?? '').slice(-FINGERPRINT)
    return last === prints ? prints : last + prints
  }),
})

export const keyOf = (table: KeyedTable, row: readonly SheetCell[]): string => rowKey(table, (_, at) => row[at]?.value ?? '')

/** Whether a cell holds what was written into it, or was emptied since. */
export const isOurs = (held: string | number | boolean, prints: string): boolean => held === '' || hasFingerprint(prints, fingerprint(held))

function hasFingerprint(prints: string, one: string): boolean {
  for (let at = 0; at < prints.length; at += FINGERPRINT) if (prints.startsWith(one, at)) return true
  return false
}

/** FNV-1a over the text of a content. */
function fingerprint(held: string | number | boolean): string {
  let hash = 0x811c9dc5
  for (const char of `${typeof held} ${held}`) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36).padStart(FINGERPRINT, '0').slice(-FINGERPRINT)
}

/** As it is stored with the sheet: of a row a digit for each role and the fingerprints. */
export function memoryText({ headings, tables }: SheetMemory): string {
  const rowText = ({ roles, held }: RowMemory) => [roles.map((role) => ROLES.indexOf(role)).join(''), ...held].join(',')
  const rows = (of: ReadonlyMap<string, RowMemory>) => Object.fromEntries([...of].map(([key, row]) => [key, rowText(row)]))
  return JSON.stringify({ version: 1, headings, tables: Object.fromEntries([...tables].map(([name, of]) => [name, rows(of)])) })
}

/** Undefined where another version or a hand left anything else there. */
export function parseMemory(text: string | null): SheetMemory | undefined {
  const stored = parse(text)
  if (!isRecord(stored) || stored.version !== 1 || !Array.isArray(stored.headings) || !isRecord(stored.tables)) return undefined
  const rows = (of: unknown) => new Map(Object.entries(isRecord(of) ? of : {}).map(([key, row]) => [key, parseRow(String(row))]))
  return {
    headings: stored.headings.map(String),
    tables: new Map(Object.entries(stored.tables).map(([name, of]) => [name, rows(of)])),
  }
}

function parseRow(text: string): RowMemory {
  const [digits = '', ...held] = text.split(',')
  const roles = [...digits].flatMap((digit) => {
    const role = ROLES[Number(digit)]
    return isOneOf(ROLES, role) ? [role] : []
  })
  return { roles, held }
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
