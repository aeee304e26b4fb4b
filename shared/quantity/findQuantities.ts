import { leadOf } from './boundWords.ts'
import { hasFullWidthDigits, narrow } from './narrow.ts'
import { notFigureEnd } from './notFigure.ts'
import { isDigit } from './numeral.ts'
import type { ParsedQuantity } from './parsed.ts'
import { type BareQuantity, quantityAt } from './quantityAt.ts'
import { asScaled } from './scaled.ts'
import { stageOf } from './stageWords.ts'

/** A figure of a running text, without the words around it: `text.slice(at, end)` is its `raw`. */
export interface FoundFigure {
  readonly at: number
  readonly end: number
  readonly quantity: Omit<ParsedQuantity, WordsAround>
}

/** The same with the words around it. */
export interface FoundQuantity extends FoundFigure {
  readonly quantity: ParsedQuantity
}

type WordsAround = 'before' | 'after' | 'stage'

/**
 * All figures of a running Chinese text, in order. Dates, ordinals, document and telephone numbers and names that hold
 * digits (5G, 3号院, 10千伏, 第二批) are left out; Chinese numerals count only before a measure (一座, 两百户, 百分之三十).
 * `before` and `after` reach to the neighbouring figure or the clause's end. Linear in the text's length.
 */
export function findQuantities(text: string): FoundQuantity[] {
  const line = narrow(text)
  return placedFigures(text, line).map(({ at, end, quantity, from, to }) => {
    const before = text.slice(from, to).trim()
    const after = text.slice(end, clauseEnd(line, end)).trim()
    const stage = stageAround(before, after)
    return { at, end, quantity: { ...quantity, before, after, ...(stage && { stage }) } }
  })
}

/** The same figures without the words around them, for those who look at these themselves. */
export const findFigures = (text: string): readonly FoundFigure[] => placedFigures(text, narrow(text))

/** A figure with where the words before it are: from the clause's start or the figure before, to the word that leads up to it (约). */
interface PlacedFigure extends FoundFigure {
  readonly from: number
  readonly to: number
}

/** `line` is the text narrowed, with the same offsets. */
function placedFigures(text: string, line: string): PlacedFigure[] {
  const found: PlacedFigure[] = []
  let clause = 0
  let at = 0
  while (at < line.length) {
    const code = line.charCodeAt(at)
    const digit = isDigit(code)
    if (!digit && !NUMERALS.has(code)) {
      at++
      if (CLAUSE_ENDS.has(code)) clause = at
      continue
    }
    const skip = digit ? notFigureEnd(line, at) : isInWord(line, at) ? at + 1 : undefined
    const bare = skip === undefined ? quantityAt(line, at) : undefined
    if (bare && (digit || bare.measure !== null)) {
      const start = digit && isNegative(line, at) ? at - 1 : at
      const from = Math.max(clause, start - CONTEXT)
      const lead = leadOf(line.slice(from, start))
      const { end } = bare
      const quantity = quantityOf(bare, lead, text.slice(start, end), line.charAt(start) === '-')
      found.push({ at: start, end, quantity, from, to: start - lead.length })
      at = end
      clause = at
    } else {
      at = skip ?? (digit ? runEnd(line, at) : pastNumeral(line, at))
    }
  }
  return found
}

/** Written out, not spread: it is made of every number of every text. */
function quantityOf(bare: BareQuantity, lead: ReturnType<typeof leadOf>, raw: string, isNegative: boolean): FoundFigure['quantity'] {
  const { value, high, of, decimals, measure, scale, approx, chinese } = bare
  const bound = bare.bound ?? lead.bound
  const quantity = {
    value: isNegative ? asScaled(-value) : value,
    decimals,
    measure,
    scale,
    approx: approx ?? lead.approx,
    chinese,
    fullWidth: hasFullWidthDigits(raw),
    inText: true,
    raw,
  }
  const isSimple = high === undefined && of === undefined && bound === undefined
  return isSimple
    ? quantity
    : { ...quantity, ...(high !== undefined && { high }), ...(of !== undefined && { of }), ...(bound && { bound }) }
}

/** The stage named around a figure: by a bracket behind it first (15（基本完工）), then by the words before, then by those behind. */
export function stageAround(before: string, after: string): ParsedQuantity['stage'] {
  const bracket = /^[（(]([^）)]{1,20})[）)]/.exec(after)?.[1]
  return (bracket && stageOf(bracket)) || stageOf(before) || stageOf(after)
}

/** Where the words behind a figure end: at the next mark or figure outside a bracket. */
function clauseEnd(line: string, from: number): number {
  let end = from
  let open = false
  while (end < line.length && end - from < CONTEXT) {
    const char = line.charAt(end)
    if (char === '(') open = true
    if (!open && (CLAUSE_ENDS.has(line.charCodeAt(end)) || isDigit(line.charCodeAt(end)))) break
    if (char === ')') open = false
    end++
  }
  return end
}

/** 一 in 统一, 第一, 进一步 … is no numeral. */
const isInWord = (line: string, at: number): boolean => NOT_BEFORE.test(line.charAt(at - 1)) && !line.startsWith('百分之', at)

/** A minus, not a hyphen or a span: nothing but a blank or a mark precedes it. */
const isNegative = (line: string, at: number): boolean =>
  line.charAt(at - 1) === '-' && (at === 1 || /[\s(:：,，]/.test(line.charAt(at - 2)))

/** The end of digits that are no figure after all, with their separators. */
function runEnd(line: string, at: number): number {
  let end = at + 1
  while (isDigit(line.charCodeAt(end)) || (/[.,]/.test(line.charAt(end)) && isDigit(line.charCodeAt(end + 1)))) end++
  return end
}

function pastNumeral(line: string, at: number): number {
  let end = at + 1
  while (NUMERALS.has(line.charCodeAt(end))) end++
  return end
}

/** How many characters of the words around a figure its answer holds at most. */
const CONTEXT = 40
const codesOf = (characters: string): ReadonlySet<number> => new Set(Array.from(characters, (one) => one.charCodeAt(0)))
/** Characters that may begin a numeral written in Chinese. */
const NUMERALS = codesOf('零〇一二三四五六七八九十百千万两壹贰叁肆伍陆柒捌玖拾廿卅半')
const CLAUSE_ENDS = codesOf(',，。;；!！?？、\n\r:：')
/** Characters that make a word with the numeral behind them. */
const NOT_BEFORE = /[第统同唯每某任进另这那之逐专周初期之其]/
