import { hasFullWidthDigits, narrow } from './narrow.ts'
import { notFigureEnd } from './notFigure.ts'
import { isDigit } from './numeral.ts'
import type { ParsedQuantity } from './parsed.ts'
import { quantityAt } from './quantityAt.ts'
import { stageOf } from './stageWords.ts'

/** A figure of a running text: `text.slice(at, end)` is its `raw`. */
export interface FoundQuantity {
  readonly at: number
  readonly end: number
  readonly quantity: ParsedQuantity
}

/**
 * All figures of a running Chinese text, in order. Dates, ordinals, document and telephone numbers and names that hold
 * digits (5G, 3号院, 10千伏, 第二批) are left out; Chinese numerals count only before a measure (一座, 两百户, 百分之三十).
 * `before` and `after` reach to the neighbouring figure or the clause's end. Linear in the text's length.
 */
export function findQuantities(text: string): FoundQuantity[] {
  const line = narrow(text)
  const found: FoundQuantity[] = []
  let clause = 0
  let at = 0
  while (at < line.length) {
    const code = line.charCodeAt(at)
    const digit = isDigit(code)
    if (!digit && !CHINESE.test(line.charAt(at))) {
      if (CLAUSE_END.test(line.charAt(at))) clause = at + 1
      at++
      continue
    }
    const skip = digit ? notFigureEnd(line, at) : isWord(line, at) ? at + 1 : undefined
    const bare = skip === undefined ? quantityAt(line, at) : undefined
    if (bare && (digit || bare.measure !== null)) {
      const from = digit && isNegative(line, at) ? at - 1 : at
      found.push({ at: from, end: bare.end, quantity: describe(text, line, from, clause, bare) })
      at = bare.end
      clause = at
    } else {
      at = skip ?? (digit ? runEnd(line, at) : pastNumeral(line, at))
    }
  }
  return found
}

function describe(
  text: string,
  line: string,
  at: number,
  clause: number,
  bare: NonNullable<ReturnType<typeof quantityAt>>,
): ParsedQuantity {
  const { end, ...figures } = bare
  const start = Math.max(clause, at - CONTEXT)
  const lead = leadOf(line.slice(start, at))
  const before = text.slice(start, at - lead.length).trim()
  const after = text.slice(end, clauseEnd(line, end)).trim()
  const stage = stageAround(before, after)
  const bound = figures.bound ?? lead.bound
  return {
    ...figures,
    ...(line.charAt(at) === '-' && { value: -figures.value as typeof figures.value }),
    approx: figures.approx ?? lead.approx,
    ...(bound && { bound }),
    fullWidth: hasFullWidthDigits(text.slice(at, end)),
    inText: true,
    raw: text.slice(at, end),
    before,
    after,
    ...(stage && { stage }),
  }
}

/** What a bracket behind the figure says counts first (15（基本完工）), then the words before it, then those behind. */
export function stageAround(before: string, after: string): ParsedQuantity['stage'] {
  const bracket = /^[（(]([^）)]{1,20})[）)]/.exec(after)?.[1]
  return (bracket && stageOf(bracket)) || stageOf(before) || stageOf(after)
}

/** 约, 近, 不少于 … that end the words before a figure. */
export function leadOf(words: string): { approx: string | null; bound?: '>=' | '<='; length: number } {
  const match = LEAD.exec(words.slice(-8))
  if (!match?.[1]) return { approx: null, length: 0 }
  const word = match[1]
  const length = match[0].length
  if (AT_LEAST.test(word)) return { approx: null, bound: '>=', length }
  if (AT_MOST.test(word)) return { approx: null, bound: '<=', length }
  if (OVER.test(word)) return { approx: word, bound: '>=', length }
  if (UNDER.test(word)) return { approx: word, bound: '<=', length }
  return { approx: word, length }
}

function clauseEnd(line: string, from: number): number {
  let end = from
  let open = false
  while (end < line.length && end - from < CONTEXT) {
    const char = line.charAt(end)
    if (char === '(') open = true
    if (!open && (CLAUSE_END.test(char) || isDigit(line.charCodeAt(end)))) break
    if (char === ')') open = false
    end++
  }
  return end
}

/** 一 in 统一, 第一, 进一步 …: no numeral. */
const isWord = (line: string, at: number): boolean => NOT_BEFORE.test(line.charAt(at - 1)) && !line.startsWith('百分之', at)

const isNegative = (line: string, at: number): boolean =>
  line.charAt(at - 1) === '-' && (at === 1 || /[\s(:：,，]/.test(line.charAt(at - 2)))

function runEnd(line: string, at: number): number {
  let end = at + 1
  while (isDigit(line.charCodeAt(end)) || (/[.,]/.test(line.charAt(end)) && isDigit(line.charCodeAt(end + 1)))) end++
  return end
}

function pastNumeral(line: string, at: number): number {
  let end = at + 1
  while (CHINESE.test(line.charAt(end))) end++
  return end
}

const CONTEXT = 40
const CHINESE = /[零〇一二三四五六七八九十百千万两壹贰叁肆伍陆柒捌玖拾廿卅半]/
const CLAUSE_END = /[,，。;；!！?？、\n\r:：]/
const NOT_BEFORE = /[第统同唯每某任进另这那之逐专周初期之其]/
const LEAD =
  /(约占|约为|大约|(?<![签预违节续履契邀])约|将近|接近|(?<![附最新临邻靠贴])近|逾|超过|(?<![BbA-Za-z彩声])超|突破|不到|不足|不少于|不低于|不小于|至少|不超过|不高于|不多于|不大于|最多)\s{0,2}$/
const AT_LEAST = /不少于|不低于|不小于|至少/
const AT_MOST = /不超过|不高于|不多于|不大于|最多/
const OVER = /逾|超|突破/
const UNDER = /不到|不足/
