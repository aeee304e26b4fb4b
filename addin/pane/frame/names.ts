import type { Scaled } from '../../../shared/quantity/scaled.ts'
import { decimalFromScaled } from '../../../shared/quantity/scaled.ts'
import { VALUES, type ValueField } from '../../../shared/record/columnFields.ts'
import type { RecordKey } from '../../../shared/record/figureRecord.ts'
import type { Register } from '../../../shared/register/register.ts'
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

/** A value as people write it, with its measure; money in 万元 from ten thousand up. */
export function showValue(register: Register, texts: Texts, subject: string, field: ValueField, value: unknown): string {
  if (value === null || value === undefined || value === '') return texts.blankValue
  if (typeof value === 'boolean') return value ? texts.yes : texts.no
  if (typeof value !== 'number')
    return field === 'stage' ? (texts.stages[value as keyof Texts['stages']] ?? String(value)) : shorten(String(value), 40)
  const figure = decimalFromScaled(value as Scaled)
  const measure = measureOfValue(register, subject, field)
  if (measure !== '元') return `${figure}${measure}`
  return Math.abs(value) >= 10_000 * 10_000 && value % 10_000 === 0 ? `${decimalFromScaled((value / 10_000) as Scaled)}万元` : `${figure}元`
}

/** What a value is counted in, as it is written behind the figure; what a rate counts has no word of its own. */
function measureOfValue(register: Register, subject: string, field: ValueField): string {
  switch (VALUES[field].unit) {
    case 'percent':
      return '%'
    case 'money':
      return '元'
    case 'measure':
      return indicatorById(register, subject)?.measure ?? ''
    default:
      return ''
  }
}

export const shorten = (text: string, length: number): string =>
  [...text].length > length ? `${[...text].slice(0, length - 1).join('')}…` : text
