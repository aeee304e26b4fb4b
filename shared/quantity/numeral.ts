import { chineseNumeralAt } from './chineseNumeral.ts'
import { roundScaled } from './round.ts'
import { asScaled, SCALED_LIMIT, type Scaled, scaledFromDecimal } from './scaled.ts'

/** A number as it is written in a text, its scale words resolved: "2.13万", "1亿2000万", "３０余万", "两百". */
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

/** An ASCII digit; full-width ones are narrowed before. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** 12.5, 1,234, 30余万, 1亿2000万. */
function arabicAt(text: string, at: number): Numeral | undefined {
  const digits = digitsAt(text, at)
  const first = scaleAt(text, digits.end)
  let value = figureOf(digits, first.shift)
  if (value === undefined) return undefined
  let end = first.end
  let scale = first.scale
  // 1亿2000万, 3万5千: smaller parts directly behind a scale.
  let shift = first.shift
  while (shift >= 4 && !first.approx && isDigit(text.charCodeAt(end)) && digits.fraction === '') {
    const more = digitsAt(text, end)
    const next = scaleAt(text, more.end)
    if (next.shift >= shift || more.decimal.length > shift) break
    const part = figureOf(more, next.shift)
    if (part === undefined || value + part >= SCALED_LIMIT) return undefined
    value = asScaled(value + part)
    end = next.end
    shift = next.shift
    scale = next.scale
  }
  return { value, decimals: digits.fraction.length, scale, approx: first.approx, chinese: false, end }
}

/** 两百, 三万, 百余; 二十余万 too. */
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
  // 二十余万: 余 keeps the scale from being read with the numeral.
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

/** Exact where four decimals suffice, else rounded. */
const figure = (decimal: string, shift: number): Scaled | undefined => scaledFromDecimal(decimal, shift) ?? roundScaled(decimal, shift)

/** The same of digits as they were cut. Nearly all are so few that a double holds them, and need not be taken apart again. */
function figureOf({ whole, fraction, decimal }: WrittenDigits, shift: number): Scaled | undefined {
  const places = 4 + shift
  const isShort = whole.length + places <= DIGITS_OF_DOUBLE && fraction.length <= places
  return isShort ? asScaled(Number(whole + fraction.padEnd(places, '0'))) : figure(decimal, shift)
}
const DIGITS_OF_DOUBLE = 15

/** "1234.5" of 1,234.5, and its parts. */
interface WrittenDigits {
  readonly decimal: string
  readonly whole: string
  readonly fraction: string
  readonly end: number
}

/** Digits with thousands separators and a fraction: "1,234.5". A separator counts only before exactly three digits. */
function digitsAt(text: string, at: number): WrittenDigits {
  let end = at
  while (isDigit(text.charCodeAt(end))) end++
  let whole = text.slice(at, end)
  while (whole.length > 0 && text.charAt(end) === ',' && isGroup(text, end + 1) && text.charAt(at) !== '0') {
    // 1234,567 is a list of two numbers.
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
  return { decimal: fraction ? `${whole}.${fraction}` : whole, whole, fraction, end }
}

/** Exactly three digits. */
const isGroup = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2)) && !isDigit(text.charCodeAt(at + 3))

type Scale = Numeral['scale']

/** 万, 亿, 千万, 百万, 十万, 千, 百 behind digits, with 余, 多, 几 or 来 before or behind: "30余万", "12.8万余". */
function scaleAt(text: string, from: number): { shift: number; scale: Scale; approx: string | null; end: number } {
  const start = pastBlanks(text, from)
  const early = roughWordAt(text, start, '余多几来')
  const small = smallScaleAt(text, early?.end ?? start)
  const big = bigScaleAt(text, small.end)
  const shift = small.shift + big.shift
  // Blanks belong to a scale or a rough word, else to what follows.
  const end = shift === 0 && !early ? from : big.end
  const late = early ? undefined : roughWordAt(text, end, '余多来')
  return { shift, scale: big.scale, approx: early?.word ?? late?.word ?? null, end: late?.end ?? end }
}

function pastBlanks(text: string, from: number): number {
  let at = from
  while (text.charAt(at) === ' ' && at - from < 2) at++
  return at
}

/** One of the words 余, 多 …, or 余多. */
function roughWordAt(text: string, at: number, words: string): { word: string; end: number } | undefined {
  const first = text.charAt(at)
  if (first === '' || !words.includes(first)) return undefined
  const end = first === '余' && text.charAt(at + 1) === '多' ? at + 2 : at + 1
  return { word: text.slice(at, end), end }
}

/** 十, 百, 千 before 万 or 亿, 百 and 千 alone too; 千 of 千米 and 千瓦 is the measure's. */
function smallScaleAt(text: string, at: number): { shift: number; end: number } {
  const char = text.charAt(at)
  const next = text.charAt(at + 1)
  const shift = SMALL_UNITS[char]
  const ofMeasure = char === '千' && /[米瓦伏克卡]/.test(next)
  const alone = char === '千' || char === '百'
  return shift !== undefined && !ofMeasure && (alone || next === '万' || next === '亿') ? { shift, end: at + 1 } : { shift: 0, end: at }
}

function bigScaleAt(text: string, at: number): { shift: number; scale: Scale; end: number } {
  switch (text.charAt(at)) {
    case '万':
      return { shift: 4, scale: 10_000, end: at + 1 }
    case '亿':
      return { shift: 8, scale: 100_000_000, end: at + 1 }
    default:
      return { shift: 0, scale: 1, end: at }
  }
}

const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3 }
const BARE_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 }
