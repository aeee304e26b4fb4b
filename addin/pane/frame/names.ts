import { isKeyOf } from '../../../shared/base/keysOf.ts'
import { asScaled, decimalFromScaled, SCALE } from '../../../shared/quantity/scaled.ts'
import { VALUES, type ValueField } from '../../../shared/record/columnFields.ts'
import type { RecordKey } from '../../../shared/record/figureRecord.ts'
import type { Indicator, Register } from '../../../shared/register/register.ts'
import { areaName, indicatorById, taskById } from '../../../shared/register/registerIndex.ts'
import type { Texts } from '../text/texts.ts'

/** An indicator's or a task's name; its id where the register lacks it. */
export function subjectName(register: Register, subject: string): string {
  const name = indicatorById(register, subject)?.name ?? taskById(register, subject)?.text
  return name === undefined ? subject : shorten(name, 28)
}

/** "湖滨区 · 农村公路 · 一批": what a row is about. The whole city goes without a name. */
export function rowName(register: Register, { subject, area, part }: RecordKey): string {
  return [area === register.city ? '' : areaName(register, area), subjectName(register, subject), part].filter(Boolean).join(' · ')
}

/** Where the words around a value come from: measures from the register, everything else from the texts. */
export interface Wording {
  readonly register: Register
  readonly texts: Texts
}

/** Which value of which subject ("7.1.a") it is. */
export interface ValueName {
  readonly subject: string
  readonly field: ValueField
}

/** A value as people write it, with its measure; money in 万元 from ten thousand up. */
export function showValue({ register, texts }: Wording, { subject, field }: ValueName, value: unknown): string {
  if (value === null || value === undefined || value === '') return texts.blankValue
  if (typeof value === 'boolean') return value ? texts.yes : texts.no
  if (typeof value === 'number') return figureText(value, measureOfValue(register, subject, field))
  return field === 'stage' && isKeyOf(texts.stages, value) ? texts.stages[value] : shorten(String(value), LONGEST_TEXT)
}

/** As much of a text as a line of the pane shows. */
const LONGEST_TEXT = 40
/** One 万, and one 万元 as a scaled figure of 元. */
const TEN_THOUSAND = 10_000
const TEN_THOUSAND_YUAN = asScaled(TEN_THOUSAND * SCALE)

/** "146公里", "48.67%", "320万元"; an amount that is not whole in 万元's decimals stays in 元. */
function figureText(scaled: number, measure: string): string {
  const inTenThousands = measure === '元' && Math.abs(scaled) >= TEN_THOUSAND_YUAN && scaled % TEN_THOUSAND === 0
  return inTenThousands ? `${decimalFromScaled(asScaled(scaled / TEN_THOUSAND))}万元` : `${decimalFromScaled(asScaled(scaled))}${measure}`
}

/** What a value is counted in, as it is written behind the figure. */
export function measureOfValue(register: Register, subject: string, field: ValueField): string {
  switch (VALUES[field].unit) {
    case 'percent':
      return '%'
    case 'money':
      return '元'
    case 'measure':
      return measureOfCount(indicatorById(register, subject), field)
    default:
      return ''
  }
}

/** Of a rate the target is in per cent, and what it counts (4405例 that were screened) in a measure of its own, where it has one. */
function measureOfCount(indicator: Indicator | undefined, field: ValueField): string {
  if (indicator === undefined) return ''
  return field === 'target' ? (indicator.measure ?? '') : (indicator.countMeasure ?? indicator.measure ?? '')
}

/** A text of at most `length` characters, the last of them … where it was longer. */
export const shorten = (text: string, length: number): string =>
  [...text].length > length ? `${[...text].slice(0, length - 1).join('')}…` : text
