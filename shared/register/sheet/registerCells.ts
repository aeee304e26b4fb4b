import { keysOf } from '../../base/keysOf.ts'
import { isoDate, isoFromSerial } from '../../quantity/dates/calendar.ts'
import { nameKey } from '../nameKey.ts'
import type { IndicatorForm, RegisterBasis } from '../registerForm.ts'
import type { SheetFaultReason } from '../registerTrouble.ts'
import { targetFigure } from '../targetFigure.ts'
import { OP_WORDS } from './registerColumns.ts'
import type { RegisterCell, RegisterRow } from './registerSheet.ts'

/** What the cells are read against, and where a cell that does not fit is reported. */
export interface CellContext {
  readonly basis: RegisterBasis
  readonly date1904: boolean
  readonly reportFault: (cell: Pick<RegisterCell, 'at' | 'text'>, reason: SheetFaultReason) => void
}

/** The key whose word the cell has; undefined where it is blank, and a fault where it has another word. */
export function readWord<Key extends string>(
  cell: RegisterCell,
  words: Readonly<Record<Key, string>>,
  { reportFault }: CellContext,
): Key | undefined {
  if (cell.text === '') return undefined
  const found = keysOf(words).find((key) => words[key] === cell.text || key === cell.text)
  if (found === undefined) reportFault(cell, 'unknownWord')
  return found
}

/** "市水利局、市财政局" */
export const listed = (text: string): readonly string[] =>
  text
    .split(/[、，,；;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Names of units as written; one that no unit has is a fault. */
export function readUnits(cell: RegisterCell, { basis, reportFault }: CellContext): readonly string[] {
  const known = new Set(basis.units.flatMap((unit) => [unit.name, ...(unit.aliases ?? [])]).map(nameKey))
  const ids = new Set(basis.units.map(({ id }) => id))
  const names = listed(cell.text)
  for (const name of names) if (!known.has(nameKey(name)) && !ids.has(name)) reportFault({ at: cell.at, text: name }, 'unknownUnit')
  return names
}

/** Codes of the areas that a cell names; one that the register does not know is a fault and left out. */
export function readPlaces(cell: RegisterCell, { basis, reportFault }: CellContext): readonly string[] {
  return listed(cell.text).flatMap((name) => {
    const area = basis.areas.find((each) => each.code === name || [each.name, ...(each.aliases ?? [])].map(nameKey).includes(nameKey(name)))
    if (!area) reportFault({ at: cell.at, text: name }, 'unknownArea')
    return area ? [area.code] : []
  })
}

/** The target of 目标 ("2.9万", 300, 55%), 目标关系 and 目标原文. */
export function readTarget({ target, op, targetRaw }: RegisterRow, context: CellContext): IndicatorForm['target'] {
  const relation = readWord(op, OP_WORDS, context)
  if (target.text === '') {
    if (relation !== undefined) context.reportFault(target, 'noTarget')
    return undefined
  }
  if (targetFigure(target.text) === undefined) {
    context.reportFault(target, 'noFigure')
    return undefined
  }
  return {
    value: target.text,
    ...(relation === undefined ? {} : { op: relation }),
    ...(targetRaw.text === '' ? {} : { raw: targetRaw.text }),
  }
}

/** What people write into a cell that is meant to be empty. */
const NONE = /^([/／—–-]+|无)$/

/** The targets of counties ("2.9万", 300, 55%), by their codes; undefined where the row has none. A cell that is no figure is a fault. */
export function readCountyTargets({ countyTargets }: RegisterRow, { reportFault }: CellContext): IndicatorForm['countyTargets'] {
  const given = countyTargets.filter(({ text }) => text !== '' && !NONE.test(text))
  const read = given.filter(({ text }) => targetFigure(text) !== undefined)
  for (const cell of given) if (!read.includes(cell)) reportFault(cell, 'noFigure')
  return read.length === 0 ? undefined : Object.fromEntries(read.map(({ area, text }) => [area, text]))
}

/** Words that mean the year's end without naming it. */
const YEAR_END = /^(年底前?|年内|12月底前?)$/
/** 2021-6-30, 2021/6/30, 2021.6.30, 2021年6月30日 */
const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/

/** The deadline of 完成时限 (a date of Excel, 2021-06-30, 2021年6月30日, or 年底前) and 时限原文. */
export function readDeadline({ deadline, deadlineRaw }: RegisterRow, { date1904, reportFault }: CellContext): IndicatorForm['deadline'] {
  const raw = deadlineRaw.text
  if (deadline.text === '') return raw === '' ? undefined : { raw }
  if (YEAR_END.test(deadline.text)) return { raw: raw || deadline.text }
  const date = typeof deadline.value === 'number' ? isoFromSerial(deadline.value, date1904) : writtenDate(deadline.text)
  if (date === undefined) {
    reportFault(deadline, 'noDate')
    return undefined
  }
  return raw === '' ? date : { raw, date }
}

function writtenDate(text: string): string | undefined {
  const [, year, month, day] = DATE.exec(text.normalize('NFKC')) ?? []
  return isoDate(Number(year), Number(month), Number(day))
}
