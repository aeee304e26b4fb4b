import { isDateFormat } from './isDateFormat.ts'

/** What a number format shows besides the number itself. */
export interface ShownFormat {
  /** 0.625 is shown as 62.50 %. */
  readonly isPercent: boolean
  /** The number is a day. */
  readonly isDate: boolean
  /** What the format writes behind the number: 万公里 of `0.00"万公里"`, % of `0.00\%` (62.5 is shown as 62.50 %). */
  readonly suffix: string
}

/** Reads an Excel number format, its first section: quoted and escaped characters are written as they are, others mean something. */
export function numberFormat(format: string): ShownFormat {
  if (/^general$/i.test(format)) return PLAIN
  const [section = ''] = format.split(';')
  const bare = section.replace(/\[[^\]]*\]/g, '').replace(/[_*]./g, '')
  const meant = bare.replace(LITERALS, '')
  const last = Math.max(...[...'0#?'].map((digit) => bare.replace(LITERALS, (literal) => ' '.repeat(literal.length)).lastIndexOf(digit)))
  const suffix = [...bare.slice(last + 1).matchAll(new RegExp(`${LITERALS.source}|[^\\s0#?,.%]`, 'g'))]
    .map(([literal]) => literal.replace(/^\\/, '').replace(/^"|"$/g, ''))
    .join('')
    .trim()
  return { isPercent: meant.includes('%'), isDate: isDateFormat(format), suffix: isDateFormat(format) ? '' : suffix }
}

const LITERALS = /"[^"]*"|\\./g
const PLAIN: ShownFormat = { isPercent: false, isDate: false, suffix: '' }
