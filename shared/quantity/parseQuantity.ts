import type { CellValue } from '../grid/grid.ts'
import { leadOf } from './boundWords.ts'
import { findQuantities, stageAround } from './findQuantities.ts'
import { measureAt } from './measureWords.ts'
import { hasFullWidthDigits, narrow } from './narrow.ts'
import { isNotApplicable } from './notApplicable.ts'
import { numeralAt } from './numeral.ts'
import type { ParsedQuantity } from './parsed.ts'
import { plainDecimal } from './plainDecimal.ts'
import { isPlainPercentage, plainScaled, pointsOf } from './plainFigures.ts'
import { roundScaled } from './round.ts'
import { type Scaled, scaledFromDecimal } from './scaled.ts'
import { decimalsOf, shortestDecimal } from './shortestDecimal.ts'

/**
 * The one figure of a cell: a number, or the figure in a text ("41公里", "已完成130场", "15（基本完工）", "0.36万"). Undefined
 * for blanks, marks of "not applicable", dates, error values, numbers out of range, and texts with several figures of
 * which none is the obvious one; `measure` then names the word (场) whose figure is meant. Never throws.
 */
export function parseQuantity(value: CellValue, measure?: string): ParsedQuantity | undefined {
  if (typeof value === 'number') return fromNumber(value)
  if (typeof value !== 'string' || value.length > LONGEST) return undefined
  const text = value.trim()
  // the two usual ways to write a figure in a text, which are nothing else besides
  const usual = fromPlainPercentage(text) ?? fromMeasured(text)
  if (usual) return usual
  if (text === '' || isNotApplicable(text) || isNoFigure(text)) return undefined
  return fromPlainText(text) ?? fromWords(text, measure) ?? fromNumeral(text)
}

function fromNumber(value: number): ParsedQuantity | undefined {
  if (!Number.isFinite(value)) return undefined
  const decimal = shortestDecimal(value)
  const figure = figureOf(decimal)
  return figure === undefined ? undefined : { ...PLAIN, value: figure, decimals: decimalsOf(decimal), inText: false, raw: decimal }
}

/** "48.67%", a percentage as it is usually written. */
function fromPlainPercentage(text: string): ParsedQuantity | undefined {
  if (!isPlainPercentage(text)) return undefined
  return { ...PLAIN, value: pointsOf(text), decimals: decimalsOf(text.slice(0, -1)), measure: '%', chinese: false, raw: text }
}

function fromPlainText(text: string): ParsedQuantity | undefined {
  const line = narrow(text)
  const decimal = plainDecimal(line)
  const figure = decimal === undefined ? undefined : figureOf(decimal)
  return decimal === undefined || figure === undefined
    ? undefined
    : { ...PLAIN, value: figure, decimals: decimalsOf(decimal), fullWidth: hasFullWidthDigits(text), raw: text }
}

/**
 * Texts of which a part looks like a figure and none is one. A text without Chinese is a number with at most a measure and
 * a percent sign, or it is none; a label's number counts nothing; a second number that follows a measure makes another
 * measure of both.
 *
 *     #REF!, K12+500, Err:502, 12½, 12. 5, --12.5       none of them
 *     注1, 表3                                    labels
 *     12公里500米, 1万2                            neither 12 nor 500
 */
export function isNoFigure(text: string): boolean {
  if (text.startsWith('#')) return true
  const line = narrow(text)
  if (!/\p{Script=Han}/u.test(line)) return !isNumberAlone(line)
  return LABEL.test(line) || COMPOUND.test(line.replace(/亿(?=\d+(?:\.\d+)?万)/gu, ''))
}

/** A number, a range or a fraction of two, each with at most one measure: "12.5km", "63%-68%", "15/27". */
const isNumberAlone = (line: string): boolean =>
  !/^[-+]{2}/.test(line) &&
  line.split(/[-~～/()（）≥≤><=]+(?=.)|[)）]$/).every((part) => {
    const bare = part.replace(/[%％‰+]$/, '').trim()
    const measure = /[A-Za-z㎡㎞]+[23²³]?$/.exec(bare)?.[0] ?? ''
    return (
      bare === '' ||
      (measureAt(measure, 0, true) === measure && plainDecimal(bare.slice(0, bare.length - measure.length).trim()) !== undefined)
    )
  })

const LABEL = /^[(（]?(?:注释?|附注?|附?表|图|附件|编号|序号|第)\s*[:：]?\d{1,3}[)）]?$/u
/** 公里500, 万2: a number that goes on behind a measure or a scale. */
const COMPOUND = /\d(?:公里|千米|里|米|万|亿|小时|元|公斤|千克|吨)\d/u

/** "41公里": digits and one measure, the usual figure in a text, without looking for what else it might be. */
function fromMeasured(text: string): ParsedQuantity | undefined {
  const match = MEASURED.exec(text)
  const word = match?.[1]
  if (word === undefined || measureAt(word, 0, true) !== word) return undefined
  const written = text.slice(0, text.length - word.length)
  return { ...PLAIN, value: plainScaled(written), decimals: decimalsOf(written), measure: word, chinese: false, raw: text }
}

const PLAIN_NUMBER = '(?:0|[1-9]\\d{0,5})(?:\\.\\d{1,4})?'
/** Words that begin like a date's, a name's or a scale's (5月, 3号院, 10千伏) take the careful way. */
const NOT_MEASURE = '[号楼级届院年月日时点岁季旬版代型线路千兆伏]'
const MEASURED = new RegExp(`^${PLAIN_NUMBER}((?!${NOT_MEASURE})[\\u4e00-\\u9fff]{1,4})$`)

function fromWords(text: string, measure: string | undefined): ParsedQuantity | undefined {
  const found = findQuantities(text)
  const meant = found.length === 1 ? found[0] : obviousOne(text, found, measure)
  if (!meant) return undefined
  const { quantity, at, end } = meant
  const words = text.slice(0, at)
  const lead = leadOf(narrow(words))
  const before = words.slice(0, words.length - lead.length).trim()
  const after = text.slice(end).trim()
  const stage = stageAround(before, after)
  const { stage: _, ...rest } = quantity
  return { ...rest, before, after, measure: quantity.measure ?? bracketed(after), ...(stage && { stage }) }
}

/** Of several figures: the one of the wanted measure, or the first where the others are percentages or in brackets. */
function obviousOne(text: string, found: ReturnType<typeof findQuantities>, measure: string | undefined) {
  if (measure !== undefined) {
    const fitting = found.filter((one) => one.quantity.measure === measure)
    if (fitting.length === 1) return fitting[0]
  }
  const [first, ...others] = found
  if (!first) return undefined
  const open = text.slice(first.end).search(/[（(]/)
  const bracket = open < 0 ? text.length : first.end + open
  return others.every((one) => one.at > bracket || (one.quantity.measure === '%' && first.quantity.measure !== '%')) ? first : undefined
}

/** "二十", "两百点两": the whole text is a Chinese numeral. */
function fromNumeral(text: string): ParsedQuantity | undefined {
  const numeral = numeralAt(text, 0)
  if (!numeral?.chinese || numeral.end !== text.length) return undefined
  const { value, decimals, scale, approx } = numeral
  return { ...PLAIN, value, decimals, scale, approx, chinese: true, raw: text }
}

/** The measure of "100（场）". */
function bracketed(after: string): string | null {
  const word = /^[（(]\s*([^）)]{1,6}?)\s*[）)]/.exec(after)?.[1]
  return word !== undefined && measureAt(word, 0, true) === word ? word : null
}

/** Exact, or rounded to four decimals where the text has more. */
const figureOf = (decimal: string): Scaled | undefined => scaledFromDecimal(decimal) ?? roundScaled(decimal)

/** A longer text is a narrative, not a figure. */
const LONGEST = 200
/** What a figure without any words around it is like. */
const PLAIN = { measure: null, scale: 1, approx: null, fullWidth: false, inText: true, before: '', after: '' } as const
