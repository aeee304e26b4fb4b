import { type Area, columnName, columnNumber } from '../../shared/grid/a1.ts'
import { columnsOf, LAST_COLUMN, LAST_ROW, rowsOf } from './area.ts'

/** A reference in a formula. */
export interface Reference {
  /** As the formula names it, without quotes; undefined where the formula names none. */
  readonly sheet: string | undefined
  readonly area: Area
  /** Written as from one cell to another, also where both are the same. */
  readonly isRange: boolean
  /** Which of its sides stay where they are when the formula is copied ("$"). */
  readonly fixed: Readonly<Record<keyof Area, boolean>>
}

/** What becomes of a reference: another one, an error, or nothing. */
export type ReferenceChange = (reference: Reference) => Reference | 'gone' | undefined

/** The tokens of a formula, the first that fits holds. What is in quotes or brackets, a name or a number is no reference. */
const TOKENS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['text', /"(?:[^"]|"")*"/y],
  ['sheet', /'(?:[^']|'')*'!/y],
  ['sheet', /[[\p{L}\p{N}_][\p{L}\p{N}_.:[\]]*!/uy],
  ['area', /\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?(?![\p{L}\p{N}_.(!])/iuy],
  ['columns', /\$?[A-Z]{1,3}:\$?[A-Z]{1,3}(?![\p{L}\p{N}_.(!])/iuy],
  ['rows', /\$?\d{1,7}:\$?\d{1,7}(?![\p{L}\p{N}_.(!])/uy],
  ['name', /[\p{L}_\\][\p{L}\p{N}_.?\\]*/uy],
  ['number', /\d+(?:\.\d+)?(?:E[+-]?\d+)?/iy],
  ['bracket', /\[(?:[^[\]]|\[[^[\]]*\])*\]/y],
]

/** Rewrites the references of a formula (without "="). Those of other workbooks and over several sheets stay. */
export function mapReferences(formula: string, change: ReferenceChange): string {
  let written = ''
  let prefix: string | undefined
  for (let at = 0; at < formula.length; ) {
    const [kind, token] = tokenAt(formula, at)
    at += token.length
    if (kind === 'sheet') {
      written += prefix ?? ''
      prefix = token
      continue
    }
    const isForeign = prefix !== undefined && /[[\]:]/.test(prefix)
    const reference = isForeign ? undefined : referenceOf(kind, token, prefix)
    const changed = reference && change(reference)
    if (changed === 'gone') written += `${prefix ?? ''}#REF!`
    else if (changed) written += prefixOf(changed.sheet, reference.sheet, prefix) + referenceText(changed)
    else written += (prefix ?? '') + token
    prefix = undefined
  }
  return written + (prefix ?? '')
}

function tokenAt(formula: string, at: number): readonly [kind: string, token: string] {
  for (const [kind, pattern] of TOKENS) {
    pattern.lastIndex = at
    const token = pattern.exec(formula)?.[0]
    if (token !== undefined) return [kind, token]
  }
  return ['other', formula.charAt(at)]
}

const ANYWHERE = { top: 1, left: 1, bottom: LAST_ROW, right: LAST_COLUMN }

function referenceOf(kind: string, token: string, prefix: string | undefined): Reference | undefined {
  if (kind !== 'area' && kind !== 'columns' && kind !== 'rows') return undefined
  const [first = '', last = first] = token.split(':')
  const [one, other] = [cornerOf(first), cornerOf(last)]
  const [top, bottom] = one.row > other.row ? [other, one] : [one, other]
  const [left, right] = one.column > other.column ? [other, one] : [one, other]
  const area =
    kind === 'columns'
      ? { ...ANYWHERE, left: left.column, right: right.column }
      : kind === 'rows'
        ? { ...ANYWHERE, top: top.row, bottom: bottom.row }
        : { top: top.row, left: left.column, bottom: bottom.row, right: right.column }
  if (area.bottom > LAST_ROW || area.right > LAST_COLUMN || area.top < 1) return undefined
  const fixed = { top: top.rowFixed, left: left.columnFixed, bottom: bottom.rowFixed, right: right.columnFixed }
  return { sheet: prefix === undefined ? undefined : sheetOf(prefix), area, fixed, isRange: token.includes(':') }
}

/** "$B7": column 2, fixed, row 7. */
function cornerOf(text: string): { row: number; column: number; rowFixed: boolean; columnFixed: boolean } {
  const [, columnSign, letters = '', rowSign, digits] = /^(\$?)([A-Z]*)(\$?)(\d*)$/i.exec(text) ?? []
  const isRow = letters === ''
  const rowFixed = isRow ? columnSign === '$' : rowSign === '$'
  return { row: Number(digits), column: columnNumber(letters), rowFixed, columnFixed: !isRow && columnSign === '$' }
}

const sheetOf = (prefix: string): string => prefix.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'")

function prefixOf(sheet: string | undefined, before: string | undefined, prefix: string | undefined): string {
  if (sheet === before) return prefix ?? ''
  return sheet === undefined ? '' : `${quotedName(sheet)}!`
}

/** The name of a sheet as a formula names it: "Sheet1", "'一 二'". */
export const quotedName = (name: string): string => (isPlain(name) ? name : `'${name.replaceAll("'", "''")}'`)

/** A name that could be read as a cell or a number needs its quotes. */
const isPlain = (name: string): boolean => /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Z]{1,3}\d+$|^R\d*C\d*$/i.test(name)

/** The address of a reference without its sheet, with its "$". */
export function referenceText({ area, fixed, isRange }: Reference): string {
  const sign = (side: keyof Area) => (fixed[side] ? '$' : '')
  const column = (side: 'left' | 'right') => `${sign(side)}${columnName(area[side])}`
  const row = (side: 'top' | 'bottom') => `${sign(side)}${area[side]}`
  if (rowsOf(area) === LAST_ROW) return `${column('left')}:${column('right')}`
  if (columnsOf(area) === LAST_COLUMN) return `${row('top')}:${row('bottom')}`
  const first = `${column('left')}${row('top')}`
  return rowsOf(area) * columnsOf(area) === 1 && !isRange ? first : `${first}:${column('right')}${row('bottom')}`
}

/** The formula as it reads when it is copied so many rows down and columns to the right. */
export function movedFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula
  return mapReferences(formula, (reference) => {
    const { area, fixed } = reference
    const by = (side: keyof Area, distance: number) => (fixed[side] ? area[side] : area[side] + distance)
    const whole = { rows: rowsOf(area) === LAST_ROW, columns: columnsOf(area) === LAST_COLUMN }
    const moved = {
      top: whole.rows ? area.top : by('top', rows),
      bottom: whole.rows ? area.bottom : by('bottom', rows),
      left: whole.columns ? area.left : by('left', columns),
      right: whole.columns ? area.right : by('right', columns),
    }
    const isInside = moved.top >= 1 && moved.left >= 1 && moved.bottom <= LAST_ROW && moved.right <= LAST_COLUMN
    return isInside ? { ...reference, area: moved } : 'gone'
  })
}
