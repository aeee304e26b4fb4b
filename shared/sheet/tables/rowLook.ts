import { columnFieldsWhere } from '../../record/columnFields.ts'
import { findArea } from '../../register/findArea.ts'
import type { Register } from '../../register/register.ts'
import { headingFields, isWholeHeading } from '../headings/headingFields.ts'
import { normaliseHeading } from '../headings/normaliseHeading.ts'
import { matchSubjects } from '../subjects/matchSubjects.ts'
import { SURELY_NAMES_SUBJECT } from '../subjects/matchWeights.ts'
import type { ColumnBand } from './columnBand.ts'
import { META_OPENINGS, TOTAL_HEADINGS, VALUE_TEXTS } from './headingRowWords.ts'

/** How many cells of a row without values, long texts and notes look like headings of what kind. */
export interface RowLook {
  readonly filled: number
  /** Headings of a known field. */
  readonly known: number
  /** Names of areas, and words of totals over them. */
  readonly areas: number
  /** Names of indicators. */
  readonly subjects: number
  /** Known headings without those of states (完工, 已开工, 是否完成), which rows of data hold too. */
  readonly stateless: number
  /** The first filled column. */
  readonly first: number
}

/** Cells that look like headings of any kind. */
export const headingCount = ({ known, areas, subjects }: RowLook): number => known + areas + subjects

/** Longer texts are sentences, not headings; those of one indicator are shorter still. */
const LONGEST_HEADING = 45
const LONGEST_SUBJECT = 26

/** Fields whose headings, known by their parts alone, are enough to tell a row of headings. */
const TELLING = columnFieldsWhere(({ group }) => group !== 'flag' && group !== 'person')

/** Fields whose headings (完工, 已开工, 红) are also what cells of data say. */
const STATES = columnFieldsWhere(({ saysState }) => saysState === true)

/** Undefined where the row holds a value, a long text or a note: no row of headings does. */
export function lookAt({ view, register, left, right }: ColumnBand, row: number): RowLook | undefined {
  const cells = view.grid.cells[row - 1]
  if (!cells) return undefined
  const end = Math.min(right, cells.length)
  for (let column = left; column <= end; column++) if (typeof cells[column - 1] === 'number') return undefined
  let filled = 0
  let known = 0
  let areas = 0
  let subjects = 0
  let stateless = 0
  let first = right + 1
  for (let column = left; column <= end; column++) {
    const text = view.text(row, column)
    if (text === '') continue
    if (text.length > LONGEST_HEADING || META_OPENINGS.pattern.test(text)) return undefined
    // 正在装修 over 1 and 2 is a stage in which so many are; over words it says how things go
    if (VALUE_TEXTS.pattern.test(text) && !(IS_GOING_ON.test(text) && typeof view.value(row + 1, column) === 'number')) return undefined
    filled++
    first = Math.min(first, column)
    if (TOTAL_HEADINGS.has(text) || findArea(register, text) !== undefined) areas++
    else if (isKnown(text)) {
      known++
      if (headingFields(text).some((guess) => isWholeHeading(guess) && !STATES.has(guess.field))) stateless++
    } else if (isSubjectHeading(register, text)) subjects++
  }
  return { filled, known, areas, subjects, stateless, first }
}

const IS_GOING_ON = /^正在/u

const isKnown = (text: string): boolean => headingFields(text).some((guess) => isWholeHeading(guess) || TELLING.has(guess.field))

/** 农村公路（公里）: an indicator as the heading of columns. */
export function isSubjectHeading(register: Register, text: string): boolean {
  if (text.length > LONGEST_SUBJECT || /[。；;，,]/u.test(text)) return false
  const heading = normaliseHeading(text)
  const match = matchSubjects(register, heading.core, heading.hints[0] ? { measure: heading.hints[0] } : {})
  return match.indicators.length === 1 && match.confidence >= SURELY_NAMES_SUBJECT
}
