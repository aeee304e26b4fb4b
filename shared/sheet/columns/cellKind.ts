import { rememberingPer } from '../../base/remembering.ts'
import type { CellValue } from '../../grid/grid.ts'
import { figureAndRate } from '../../quantity/figureAndRate.ts'
import { isDateFormat } from '../../quantity/isDateFormat.ts'
import { findUnit } from '../../register/findUnit.ts'
import { measureOf } from '../../register/measureOf.ts'
import type { Register } from '../../register/register.ts'
import { areaOfName } from '../subjects/areaOfName.ts'
import { withoutScale } from '../subjects/scoreSubjects.ts'
import { compactText } from '../view/compactText.ts'
import { DATE_TEXTS, EXCEL_ERRORS, FLAG_TEXTS, UNIT_ENDINGS } from './cellWords.ts'
import type { CellKind } from './columnContent.ts'

/** Looks at one value; `format` makes a number a date or a percentage. Undefined where the cell is blank. */
export function cellKind(register: Register, value: CellValue, format: string | undefined): CellKind | undefined {
  if (value === null || value === '') return undefined
  if (typeof value === 'boolean') return 'flag'
  if (typeof value === 'number') return format === undefined ? 'number' : kindOfFormat(format)
  return kindOfText(register, value)
}

/** Looked at once: a column says the same few words row after row, and so do the sheets of a unit. */
const kindOfText = rememberingPer((register: Register, value: string): CellKind | undefined => {
  const text = compactText(value)
  return text === '' ? undefined : TEXT_KINDS.find(({ is }) => is(text, register))?.kind
})

function kindOfFormat(format: string): CellKind {
  if (format.includes('%')) return 'percent'
  return isDateFormat(format) ? 'date' : 'number'
}

/** A text longer than a name is a narrative, and one that still reads like a name is a long one. */
const LONGEST_CELL = 40
const LONGEST_NAME = 24
const LONGEST_MEASURE = 5

/** What a compact text looks like: the first that fits. */
export const TEXT_KINDS: readonly {
  readonly kind: CellKind
  readonly example: string
  readonly is: (text: string, register: Register) => boolean
}[] = [
  {
    kind: 'long',
    example: '全市共开工建设农村公路二十八条，其中已完工十五条，正在进行路面施工八条，其余五条正在做路基',
    is: (text) => text.length > LONGEST_CELL,
  },
  {
    kind: 'long',
    example: '已完成262.4公里，剩余路段正在铺筑',
    is: (text) => /\d.*[，,；;].{4}/u.test(text) && /已|正在|剩余|完成|建成|竣工|开工/u.test(text),
  },
  { kind: 'number', example: '1,040.5', is: (text) => /^[-+]?\d[\d,]*(\.\d+)?$/u.test(text) },
  { kind: 'mark', example: '——', is: (text) => MARK.test(text) },
  { kind: 'error', example: '#DIV/0!', is: (text) => EXCEL_ERRORS.pattern.test(text) },
  { kind: 'percent', example: '48.67%', is: (text) => /^[-+]?[\d.,]+[%％]$/u.test(text) },
  { kind: 'date', example: '12月底前', is: (text) => DATE_TEXTS.pattern.test(text) },
  { kind: 'flag', example: '√', is: (text) => FLAG_TEXTS.has(text) },
  { kind: 'area', example: '湖滨区政府', is: (text, register) => areaOfName(register, text) !== undefined },
  {
    kind: 'measure',
    example: '万户',
    is: (text, register) =>
      text.length <= LONGEST_MEASURE && measureOf(register, text.length > 1 ? withoutScale(text) : text) !== undefined,
  },
  { kind: 'phone', example: '0398-2815000', is: (text) => /^(\+?86)?[-\d()（）\s]{7,18}$/u.test(text) },
  { kind: 'units', example: '市交通运输局、县林业局', is: areUnits },
  { kind: 'short', example: 'X101线', is: (text) => /^[A-Za-z]{1,2}\d{2,4}\p{Script=Han}{0,3}$/u.test(text) },
  { kind: 'quantity', example: '5210（74.4%）', is: (text) => figureAndRate(text) !== undefined },
  { kind: 'quantity', example: '4300个/7000个', is: (text) => PAIR.test(text) },
  { kind: 'quantity', example: '28场（含线上3场）', is: (text) => WITH_ASIDE.test(text) },
  { kind: 'quantity', example: '完成146公里', is: (text) => QUANTITY.test(text) || QUANTITIES.test(text) },
  { kind: 'long', example: '正在进行路面基层施工并同步开展边坡防护与排水工程施工', is: (text) => text.length > LONGEST_NAME },
  { kind: 'short', example: '正在施工', is: () => true },
]

const MARK = /^(?:[-—―─－/\\~～*·…]{1,6}|无|不涉及|不适用|n\/?a)$/iu
/** One figure, and in brackets what is in it or beside it. */
const WITH_ASIDE = /^\D{0,8}\d[\d.,]*[万亿]?\p{Script=Han}{0,4}[(（][^()（）]{1,16}[)）]$/u
const QUANTITY = /^\D{0,8}[-+]?\d[\d.,]*[万亿]?\D{0,10}$/u
const PAIR = /^\d[\d.,]*[万亿]?\p{Script=Han}{0,3}\/\d[\d.,]*[万亿]?\p{Script=Han}{0,3}$/u
/** Several figures with their measures: 146公里；123个. */
const QUANTITIES = /^(?:[^\d。]{0,12}\d[\d.,]*[万亿]?\p{Script=Han}{1,4}[;；、,，\s]*){2,4}$/u

/** Names of units one after the other, half of them at least known or ending like one. */
function areUnits(text: string, register: Register): boolean {
  const names = text.split(/[、,，;；/和及]/u).filter((name) => name !== '')
  const units = names.filter((name) => findUnit(register, name) !== undefined || UNIT_ENDINGS.pattern.test(name)).length
  return units > 0 && units >= names.length / 2
}
