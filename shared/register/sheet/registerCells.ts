import { isoDate, isoFromSerial } from '../../quantity/calendar.ts'
import { targetFigure } from '../completeRegister.ts'
import { nameKey } from '../nameKey.ts'
import type { IndicatorForm, RegisterBasis } from '../registerForm.ts'
import { OP_WORDS } from './registerColumns.ts'
import type { RegisterCell, RegisterRow } from './registerSheet.ts'

/** What the cells are read against, and whom to tell of a cell that does not fit. */
export interface Telling {
  readonly basis: RegisterBasis
  readonly date1904: boolean
  readonly tell: (cell: Pick<RegisterCell, 'at' | 'text'>, reason: string) => void
}

/** The key whose word the cell holds; undefined where it is blank, and told where it holds another word. */
export function readWord<Key extends string>(cell: RegisterCell, words: Readonly<Record<Key, string>>, { tell }: Telling): Key | undefined {
  if (cell.text === '') return undefined
  const found = (Object.entries(words) as [Key, string][]).find(([key, word]) => word === cell.text || key === cell.text)
  if (!found) tell(cell, 'unknownWord')
  return found?.[0]
}

const parts = (text: string): readonly string[] =>
  text
    .split(/[、，,；;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Names of units as written; one that no unit answers to is told. */
export function readUnits(cell: RegisterCell, { basis, tell }: Telling): readonly string[] {
  const known = new Set(basis.units.flatMap((unit) => [unit.name, ...(unit.aliases ?? [])]).map(nameKey))
  const ids = new Set(basis.units.map(({ id }) => id))
  const names = parts(cell.text)
  for (const name of names) if (!known.has(nameKey(name)) && !ids.has(name)) tell({ at: cell.at, text: name }, 'unknownUnit')
  return names
}

/** Codes of the areas that a cell names; one that the register does not know is told and left out. */
export function readPlaces(cell: RegisterCell, { basis, tell }: Telling): readonly string[] {
  return parts(cell.text).flatMap((name) => {
    const area = basis.areas.find((each) => each.code === name || [each.name, ...(each.aliases ?? [])].map(nameKey).includes(nameKey(name)))
    if (!area) tell({ at: cell.at, text: name }, 'unknownArea')
    return area ? [area.code] : []
  })
}

/** The target of 目标 ("2.9万", 300, 55%), 目标关系 and 目标原文. */
export function readTarget({ target, op, targetRaw }: RegisterRow, telling: Telling): IndicatorForm['target'] {
  const relation = readWord(op, OP_WORDS, telling)
  if (target.text === '') {
    if (relation !== undefined) telling.tell(target, 'noTarget')
    return undefined
  }
  if (targetFigure(target.text) === undefined) {
    telling.tell(target, 'noFigure')
    return undefined
  }
  return {
    value: target.text,
    ...(relation === undefined ? {} : { op: relation }),
    ...(targetRaw.text === '' ? {} : { raw: targetRaw.text }),
  }
}

/** The deadline of 完成时限 (a date of Excel, 2021-06-30, 2021年6月30日, or 年底前) and 时限原文. */
export function readDeadline({ deadline, deadlineRaw }: RegisterRow, { date1904, tell }: Telling): IndicatorForm['deadline'] {
  const raw = deadlineRaw.text
  if (deadline.text === '') return raw === '' ? undefined : { raw }
  if (/^(年底前?|年内|12月底前?)$/.test(deadline.text)) return { raw: raw || deadline.text }
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(deadline.text.normalize('NFKC')) ?? []
  const date =
    typeof deadline.value === 'number' ? isoFromSerial(deadline.value, date1904) : isoDate(Number(year), Number(month), Number(day))
  if (date === undefined) {
    tell(deadline, 'noDate')
    return undefined
  }
  return raw === '' ? date : { raw, date }
}
