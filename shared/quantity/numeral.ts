import { chineseNumeralAt } from './chineseNumeral.ts'
import { roundScaled } from './round.ts'
import { asScaled, SCALED_LIMIT, type Scaled, scaledFromDecimal } from './scaled.ts'

/** A number as it stands in a text, its scale words resolved: "2.13万", "1亿2000万", "３０余万", "两百". */
export interface Numeral {
  readonly value: Scaled
  readonly decimals: number
  readonly scale: 1 | 10_000 | 100_000_000
  /** 余, 多, 几, 来 between the digits and the scale or behind it. */
  readonly approx: string | null
  readonly chinese: boolean
  readonly end: number
}

/** Reads the numeral that starts at `at` of a narrowed text; undefined where none does, or it is out of range. */
export function numeralAt(text: string, at: number): Numeral | undefined {
  return isDigit(text.charCodeAt(at)) ? arabicAt(text, at) : chineseAt(text, at)
}

export const isDigit = (code: number): boolean => code >= 48 && code <= 57

function arabicAt(text: string, at: number): Numeral | undefined {
  const digits = digitsAt(text, at)
  const first = scaleAt(text, digits.end)
  let value = figure(digits.decimal, first.shift)
  if (value === undefined) return undefined
  let end = first.end
  let scale = first.scale
  // 1亿2000万, 3万5千: smaller parts directly behind a scale.
  let shift = first.shift
  while (shift >= 4 && !first.approx && isDigit(text.charCodeAt(end)) && digits.decimals === 0) {
    const more = digitsAt(text, end)
    const next = scaleAt(text, more.end)
    if (next.shift >= shift || more.decimal.length > shift) break
    const part = figure(more.decimal, next.shift)
    if (part === undefined || value + part >= SCALED_LIMIT) return undefined
    value = asScaled(value + part)
    end = next.end
    shift = next.shift
    scale = next.scale
  }
  return { value, decimals: digits.decimals, scale, approx: first.approx, chinese: false, end }
}

function chineseAt(text: string, at: number): Numeral | undefined {
  // 百余户, 千余人: a bare unit is a figure only with 余.
  const bare = BARE_UNITS[text.charAt(at)]
  if (bare !== undefined && text.charAt(at + 1) === '余') {
    return { value: asScaled(bare * 10_000), decimals: 0, scale: bare === 10_000 ? 10_000 : 1, approx: '余', chinese: true, end: at + 2 }
  }
  const numeral = chineseNumeralAt(text, at)
  if (!numeral) return undefined
  const shift = numeral.scale === 1 ? 0 : numeral.scale === 10_000 ? 4 : 8
  const tail = scaleAt(text, numeral.end)
  const late = numeral.scale === 1 && tail.approx !== null
  const value = figure(numeral.decimal, late ? tail.shift : shift)
  if (value === undefined) return undefined
  const decimals = numeral.decimal.includes('.') ? numeral.decimal.length - numeral.decimal.indexOf('.') - 1 : 0
  return {
    value,
    decimals,
    scale: late ? tail.scale : numeral.scale,
    approx: tail.approx,
    chinese: true,
    end: tail.approx === null ? numeral.end : tail.end,
  }
}

const figure = (decimal: string, shift: number): Scaled | undefined => scaledFromDecimal(decimal, shift) ?? roundScaled(decimal, shift)

/** Digits with thousands separators and a fraction: "1,234.5". A separator counts only before exactly three digits. */
function digitsAt(text: string, at: number): { decimal: string; decimals: number; end: number } {
  let end = at
  while (isDigit(text.charCodeAt(end))) end++
  let whole = text.slice(at, end)
  while (whole.length > 0 && text.charAt(end) === ',' && isGroup(text, end + 1) && text.charAt(at) !== '0') {
    if (whole.length > 3 && end === at + whole.length) break
    whole += text.slice(end + 1, end + 4)
    end += 4
  }
  let fraction = ''
  if (text.charAt(end) === '.' && isDigit(text.charCodeAt(end + 1))) {
    let last = end + 1
    while (isDigit(text.charCodeAt(last))) last++
    fraction = text.slice(end + 1, last)
    end = last
  }
  return { decimal: fraction ? `${whole}.${fraction}` : whole, decimals: fraction.length, end }
}

const isGroup = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2)) && !isDigit(text.charCodeAt(at + 3))

/** 万, 亿, 千万, 百万, 十万, 千, 百 behind digits, with 余, 多, 几 or 来 before or behind: "30余万", "12.8万余". */
function scaleAt(text: string, from: number): { shift: number; scale: 1 | 10_000 | 100_000_000; approx: string | null; end: number } {
  let at = from
  while (text.charAt(at) === ' ' && at - from < 2) at++
  let approx: string | null = null
  const early = text.charAt(at)
  if (early === '余' || early === '多' || early === '几' || early === '来') {
    const spelled = approxEnd(text, at)
    approx = text.slice(at, spelled)
    at = spelled
  }
  let shift = 0
  const char = text.charAt(at)
  const small = SMALL_UNITS[char]
  if (small !== undefined && !(char === '千' && /[米瓦伏克卡]/.test(text.charAt(at + 1)))) {
    const big = text.charAt(at + 1)
    if (big === '万' || big === '亿' || char === '千' || char === '百') {
      shift += small
      at++
    }
  }
  let scale: 1 | 10_000 | 100_000_000 = 1
  const big = text.charAt(at)
  if (big === '万' || big === '亿') {
    shift += big === '万' ? 4 : 8
    scale = big === '万' ? 10_000 : 100_000_000
    at++
  }
  if (shift === 0 && approx === null) at = from
  if (approx === null) {
    const late = text.charAt(at)
    if (late === '余' || late === '多' || late === '来') {
      const spelled = approxEnd(text, at)
      approx = text.slice(at, spelled)
      at = spelled
    }
  }
  return { shift, scale, approx, end: at }
}

/** 多 in 多个 counts, 多 in 多种经营 too: what follows is judged where the measure is read. */
const approxEnd = (text: string, at: number): number => (text.charAt(at) === '余' && text.charAt(at + 1) === '多' ? at + 2 : at + 1)

const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3 }
const BARE_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 }
