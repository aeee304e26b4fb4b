import { wordList } from '../base/wordList.ts'
import { isDigit } from './numeral.ts'

/** Digits of a narrowed text at `at`, cut in the ways that the rules need. */
interface Digits {
  readonly text: string
  readonly at: number
  /** The character before them, "" at the text's start. */
  readonly before: string
  /** The end of the whole run with points, hyphens and colons between digits (2021-05-26, 8:30). */
  readonly runEnd: number
  /** The end of the first digits, without point and fraction. */
  readonly wholeEnd: number
}

/** The end of what the rule takes for no figure, undefined where the rule is about something else. */
type NotFigureRule = (digits: Digits) => number | undefined

/** Names, ordinals, numbers of documents … that hold digits, in this order; the first that fits decides. */
const NOT_FIGURE_RULES: readonly NotFigureRule[] = [
  partOfLatinName,
  ordinal,
  documentNumber,
  chainOfNumbers,
  telephoneOrAccount,
  timeOfDay,
  itemNumber,
  dateOrYear,
  numberOfName,
  voltage,
  numberBeforeLetters,
]

/**
 * Where a name, ordinal, document number, telephone number, time or date that merely holds digits ends ("5G", "第二批",
 * "〔2021〕103号", "3号院", "8:30", "2021-05-26", "10千伏"); undefined where `at` may begin a figure.
 */
export function notFigureEnd(text: string, at: number): number | undefined {
  const end = runEnd(text, at)
  if (end === at) return undefined
  const digits = { text, at, before: text.charAt(at - 1), runEnd: end, wholeEnd: wholeEnd(text, at) }
  for (const rule of NOT_FIGURE_RULES) {
    const found = rule(digits)
    if (found !== undefined) return found
  }
  return undefined
}

/** A12, #3, GB-12 */
function partOfLatinName({ text, at, before, runEnd }: Digits) {
  const hyphenated = before === '-' && /[A-Za-z0-9]/.test(text.charAt(at - 2))
  return hyphenated || /[A-Za-z_#@]/.test(before) ? runEnd : undefined
}

/** 第2批, 第 2 批 */
function ordinal({ text, at, before, runEnd }: Digits) {
  return before === '第' || (before === ' ' && text.charAt(at - 2) === '第') ? runEnd : undefined
}

/** 〔2021〕103号, [2021] */
function documentNumber({ text, before, runEnd }: Digits) {
  return before === '〔' || (before === '[' && text.charAt(runEnd) === ']') ? runEnd : undefined
}

/** 1.2.3.4.5.6: a version, an address, a list; passed over whole, so that a long one is read once. */
function chainOfNumbers({ text, at, runEnd }: Digits) {
  return runEnd - at > LONGEST_CHAIN || /(?:[.:\-/]\d+){5}/.test(text.slice(at, runEnd)) ? runEnd : undefined
}

/** 0398-2816, 0398, 62220200001234567: too long for a figure, or with a leading zero. */
function telephoneOrAccount({ text, at, runEnd, wholeEnd }: Digits) {
  const length = wholeEnd - at
  const withLeadingZero = length >= 3 && text.charAt(at) === '0' && text.charAt(wholeEnd) !== '.'
  return withLeadingZero || length >= LONGEST_WHOLE ? runEnd : undefined
}

/** 8:30 */
function timeOfDay({ text, runEnd, wholeEnd }: Digits) {
  return text.charAt(wholeEnd) === ':' && isDigit(text.charCodeAt(wholeEnd + 1)) ? runEnd : undefined
}

/** "1、" "2." "（3）" at the start of a line or clause, not "2.5公里". */
function itemNumber({ text, at, before, wholeEnd: end }: Digits) {
  if (end - at > 2) return undefined
  const next = text.charAt(end)
  if (before === '(' && next === ')') return end + 1
  const opensLine = at === 0 || /[\n。;:；：]/.test(before)
  const dot = next === '.' && !isDigit(text.charCodeAt(end + 1)) && end + 1 < text.length
  return opensLine && (next === '、' || next === ')' || dot) ? end + 1 : undefined
}

/** 2021年5月26日, 5月底, 1-5月, 2021-05-26, 2021.5.26, 2021/5/26, 2020-2021年. */
function dateOrYear({ text, at, wholeEnd }: Digits) {
  const date = DATES.pattern.exec(text.slice(at, at + LONGEST_DATE))
  if (date) return at + date[0].length
  const isYear = wholeEnd - at === 4 && /^(?:19|20)\d\d$/.test(text.slice(at, wholeEnd)) && /[年届\])〕]/.test(text.charAt(wholeEnd))
  return isYear ? wholeEnd : undefined
}

/** 3号院, 12楼, 8点 */
function numberOfName({ text, at }: Digits) {
  const end = afterNumber(text, at)
  const next = text.charAt(end)
  return next !== '' && NAME_AFTER.test(next) ? end + 1 : undefined
}

/** 10千伏, 0.4kV; 千伏安 measures a transformer's power. */
function voltage({ text, at }: Digits) {
  const end = afterNumber(text, at)
  const measure = /^(?:千伏|伏|kV|KV|兆)(?!安)/.exec(text.slice(end, end + 4))
  return measure ? end + measure[0].length : undefined
}

/** 5G, 4K; not 3km. */
function numberBeforeLetters({ text, at, runEnd }: Digits) {
  const end = afterNumber(text, at)
  return /[A-Za-z]/.test(text.charAt(end)) && !UNIT_LETTERS.pattern.test(text.slice(end, end + 5)) ? runEnd : undefined
}

/** A figure has fewer digits than the number of a person or a bank account. */
const LONGEST_WHOLE = 14
const LONGEST_CHAIN = 40
const LONGEST_DATE = 32

/** Digits with the points, hyphens and colons between them. */
function runEnd(text: string, at: number): number {
  let end = at
  while (isDigit(text.charCodeAt(end)) || (end > at && /[.:\-/]/.test(text.charAt(end)) && isDigit(text.charCodeAt(end + 1)))) end++
  return end
}

function wholeEnd(text: string, at: number): number {
  let end = at
  while (isDigit(text.charCodeAt(end))) end++
  return end
}

function afterNumber(text: string, at: number): number {
  let end = wholeEnd(text, at)
  if (text.charAt(end) === '.' && isDigit(text.charCodeAt(end + 1))) end = wholeEnd(text, end + 1)
  return end
}

/** Dates and spans that a number begins; the first that matches says where the date ends. */
export const DATES = wordList(
  [
    { pattern: '{year}\\s?年(?:度|底|初|末)?(?:\\s?{month}(?:份|底|初|末)?)?(?:\\s?{day})?', example: '2021年5月26日' },
    { pattern: '{year}[-./]\\d{1,2}[-./]\\d{1,2}(?!\\d)', example: '2021.5.26' },
    { pattern: '\\d{1,4}\\s?[-~—至到]{1,2}\\s?\\d{1,4}\\s?[年月日号时季](?:份|度|底)?', example: '1-5月份' },
    { pattern: '{month}(?:份|底|初|末|上旬|中旬|下旬)?(?:\\s?{day})?', example: '5月中旬' },
    { pattern: '{day}(?!线)', example: '26日' },
    { pattern: '\\d+(?:\\.\\d+)?\\s?年(?:来|内|前|后|期|度)?', example: '3年内' },
  ],
  { frame: '^{words}', parts: { year: '(?:19|20)\\d\\d', month: '\\d{1,2}\\s?月', day: '\\d{1,2}\\s?[日号]' } },
)
/** What makes a number before it a name, an ordinal or a time. */
const NAME_AFTER = /[号楼级届院年月日时点岁季旬版代型线路#＃〕]/
/** Measures in Latin letters, those in m² and km³ by their beginning; a number before other letters is part of a name. */
export const UNIT_LETTERS = wordList(
  [
    { word: 'km', notBefore: '[A-Za-z]', example: 'km' },
    { word: 'kg', notBefore: '[A-Za-z]', example: 'kg' },
    { word: 'kw', notBefore: '[A-Za-z]', example: 'kW' },
    { word: 'mw', notBefore: '[A-Za-z]', example: 'MW' },
    { word: 'cm', notBefore: '[A-Za-z]', example: 'cm' },
    { word: 'mm', notBefore: '[A-Za-z]', example: 'mm' },
    { word: 'm', notBefore: '[A-Za-z]', example: 'm长' },
    { word: 't', notBefore: '[A-Za-z]', example: 't/d' },
    { word: 'kwh', example: 'kWh' },
    { word: 'mwh', example: 'MWh' },
  ],
  { frame: '^{words}', flags: 'i' },
)
