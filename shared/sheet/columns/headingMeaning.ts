import { findArea } from '../../register/findArea.ts'
import type { AreaCode, Register } from '../../register/register.ts'
import { type FieldGuess, headingFields, isWholeHeading } from '../headings/headingFields.ts'
import { isMeasureAlone } from '../headings/isMeasureAlone.ts'
import type { Heading } from '../headings/normaliseHeading.ts'
import { matchSubjects } from '../subjects/matchSubjects.ts'
import { NAMES_SUBJECT } from '../subjects/matchWeights.ts'
import { compactText } from '../view/compactText.ts'
import { FIELDS_OF_SUBJECT } from './columnCandidate.ts'
import { BATCH, ONLY_ACTS, TIMED_ACTS, TOTAL_COLUMNS } from './columnWords.ts'

/** One of the headings over a column, and what is around it. */
export interface HeadingCell {
  readonly register: Register
  /** As written. */
  readonly text: string
  readonly heading: Heading
  /** It breaks down the figure of the group above it (移动 | 联通 under 开通数). */
  readonly isPart: boolean
  /** There are other headings over the column, or cells below. */
  readonly isOverSomething: boolean
  /** There are other headings over the column. */
  readonly isInGroup: boolean
  /** The measure that this heading or one above it names. */
  readonly measure: string | undefined
}

/** What a heading says of its column; what it does not say is left as the headings above have it. */
export interface HeadingMeaning {
  readonly fields: readonly FieldGuess[]
  readonly area?: AreaCode
  readonly subject?: string
  /** A total over other columns. */
  readonly derived?: true
  readonly batch?: true
}

interface HeadingRule {
  readonly name: string
  readonly example: string
  readonly read: (cell: HeadingCell) => HeadingMeaning | undefined
}

/** What a heading says, by the first rule that applies. */
export function headingMeaning(cell: HeadingCell): HeadingMeaning {
  for (const { read } of HEADING_RULES) {
    const found = read(cell)
    if (found) return found
  }
  return { fields: [] }
}

/** Areas first: their names may hold words of fields, and a field that they hold is one of the area. */
export const HEADING_RULES: readonly HeadingRule[] = [
  {
    name: 'a part of a figure says nothing else',
    example: '移动',
    read: ({ isPart }) => (isPart ? { fields: [] } : undefined),
  },
  {
    name: 'a percent sign alone, below a heading that says of what',
    example: '％',
    read: ({ text, isInGroup }) => (isInGroup && /^[%％]$/u.test(text.trim()) ? { fields: headingFields('完成率') } : undefined),
  },
  {
    name: 'a measure alone, below a heading that says of what',
    example: '万户',
    read: ({ register, text, isInGroup }) => (isInGroup && isMeasureAlone(text, register) ? { fields: [] } : undefined),
  },
  {
    name: 'an area',
    example: '湖滨区',
    read: ({ register, text, isOverSomething }) => {
      const found = isOverSomething ? findArea(register, compactText(text)) : undefined
      return found?.kind === 'area' ? ofArea(register, found.area.code, []) : undefined
    },
  },
  {
    name: 'an area and a field',
    example: '湖滨区年度目标',
    read: ({ register, text }) => {
      const within = areaWithin(register, compactText(text))
      return within && ofArea(register, within.area, headingFields(within.rest))
    },
  },
  {
    name: 'a total',
    example: '合计',
    read: ({ register, text, heading, isInGroup }) =>
      TOTAL_COLUMNS.pattern.test(heading.core) && (isInGroup || headingFields(text).length === 0)
        ? { fields: [], derived: true, area: register.city }
        : undefined,
  },
  {
    name: 'fields, or else an indicator',
    example: '农村公路（公里）',
    read: ({ register, text, heading, measure }) => {
      const fields = headingFields(text)
      if (namesField(fields, heading)) return { fields, ...(BATCH.test(heading.core) ? { batch: true } : {}) }
      const own = subjectOf(register, heading, measure)
      const split = own === undefined ? nameAndField(register, heading, measure) : undefined
      if (split) return split
      const subject = own
      return { fields, ...(subject ? { subject } : {}), ...(BATCH.test(heading.core) ? { batch: true } : {}) }
    },
  },
]

const ofArea = (register: Register, area: AreaCode, fields: readonly FieldGuess[]): HeadingMeaning => ({
  fields,
  area,
  ...(area === register.city ? { derived: true } : {}),
})

/** Whether a heading is known as a whole, or made of words of acts alone: 已救助 and 本年完成 are what is done, not of what. */
const namesField = (fields: readonly FieldGuess[], { core }: Heading): boolean =>
  fields.some(isWholeHeading) || (fields.length > 0 && ONLY_ACTS.test(core)) || TIMED_ACTS.test(core)

/** 完成台区: what was done stands behind the act. */
const DONE_BEFORE = /^(?:已|累计)?完成(?=\p{Script=Han}{2})/u

/** The indicator that a heading names surely, by all its words or by those behind 完成. */
export function subjectOf(register: Register, { core }: Heading, measure: string | undefined): string | undefined {
  const known = measure ? { measure } : {}
  for (const words of new Set([core, core.replace(DONE_BEFORE, '')])) {
    const { indicators, confidence } = matchSubjects(register, words, known)
    if (indicators.length === 1 && confidence >= NAMES_SUBJECT) return indicators[0]
  }
  return undefined
}

/** 台区目标, 线路完成: a short name of an indicator before a field, which the name alone would hide. */
function nameAndField(register: Register, heading: Heading, measure: string | undefined): HeadingMeaning | undefined {
  const [, name = '', field = ''] = FIELD_BEHIND.exec(heading.core) ?? []
  const fields = headingFields(field)
  if (name === '' || !fields.some(isWholeHeading)) return undefined
  const subject = subjectOf(register, { ...heading, core: name }, measure)
  return subject === undefined ? undefined : { fields, subject }
}
const FIELD_BEHIND = /^(\p{Script=Han}{2,8}?)((?:年度|全年|累计|已|实际)?(?:任务|目标|计划|完成)(?:数量?|量|率)?)$/u

/** 湖滨区年度目标, 目标(湖滨区): an area and a field in one heading. */
function areaWithin(register: Register, text: string): { readonly area: AreaCode; readonly rest: string } | undefined {
  for (const area of register.areas) {
    for (const name of [area.name, ...area.aliases]) {
      if (name.length < 2 || !(text.startsWith(name) || text.endsWith(`(${name})`))) continue
      const rest = text
        .replace(name, '')
        .replace(/^[-—:：/·(（)）]+|[-—:：/·(（]+$/gu, '')
        .replace(/[(（][)）]/gu, '')
      if (rest !== '' && headingFields(rest).some(({ field }) => FIELDS_OF_SUBJECT.has(field))) return { area: area.code, rest }
    }
  }
  return undefined
}
