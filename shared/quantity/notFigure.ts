import { isDigit } from './numeral.ts'

/**
 * Where a name, ordinal, document number, telephone number, time or date that merely holds digits ends ("5G", "第二批",
 * "〔2021〕103号", "3号院", "8:30", "2021-05-26", "10千伏"); undefined where `at` may begin a figure.
 */
export function notFigureEnd(text: string, at: number): number | undefined {
  const before = text.charAt(at - 1)
  const run = runEnd(text, at)
  if (run === at) return undefined
  if (/[A-Za-z_#@]/.test(before) || (before === '-' && /[A-Za-z0-9]/.test(text.charAt(at - 2)))) return run
  if (before === '第' || (before === ' ' && text.charAt(at - 2) === '第')) return run
  if (before === '〔' || (before === '[' && text.charAt(run) === ']')) return run
  // 1.2.3.4.5.6: a version, an address, a list; skipped whole, so that a long one is read once.
  if (run - at > 40 || /(?:[.:\-/]\d+){5}/.test(text.slice(at, run))) return run
  const first = wholeEnd(text, at)
  const length = first - at
  const next = text.charAt(first)
  if (length >= 3 && text.charAt(at) === '0' && next !== '.') return run
  if (length >= 14) return run
  if (next === ':' && isDigit(text.charCodeAt(first + 1))) return run
  if (length <= 2 && isItemNumber(text, at, first)) return first + 1
  const date = dateEnd(text, at, first)
  if (date !== undefined) return date
  const after = text.charAt(afterNumber(text, at))
  if (after !== '' && NAME_AFTER.test(after)) return afterNumber(text, at) + 1
  const voltage = /^(?:千伏|伏|kV|KV|兆)(?!安)/.exec(text.slice(afterNumber(text, at), afterNumber(text, at) + 4))
  if (voltage) return afterNumber(text, at) + voltage[0].length
  if (/[A-Za-z]/.test(after) && !UNIT_LETTERS.test(text.slice(afterNumber(text, at), afterNumber(text, at) + 5))) return run
  return undefined
}

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

/** "1、" "2." "（3）" at the start of a line or clause, not "2.5公里". */
function isItemNumber(text: string, at: number, end: number): boolean {
  const next = text.charAt(end)
  if (text.charAt(at - 1) === '(' && next === ')') return true
  const fresh = at === 0 || /[\n。;:；：]/.test(text.charAt(at - 1))
  return fresh && (next === '、' || next === ')' || (next === '.' && !isDigit(text.charCodeAt(end + 1)) && end + 1 < text.length))
}

/** 2021年5月26日, 5月底, 1-5月, 2021-05-26, 2021.5.26, 2021/5/26, 2020-2021年. */
function dateEnd(text: string, at: number, first: number): number | undefined {
  const near = text.slice(at, at + 32)
  const date = DATE.exec(near)
  if (date) return at + date[0].length
  return isYear(text, at, first) ? first : undefined
}

const isYear = (text: string, at: number, end: number): boolean =>
  end - at === 4 && /^(?:19|20)\d\d$/.test(text.slice(at, end)) && /[年届\])〕]/.test(text.charAt(end))

const DATE =
  /^(?:(?:19|20)\d\d\s?年(?:度|底|初|末)?(?:\s?\d{1,2}\s?月(?:份|底|初|末)?)?(?:\s?\d{1,2}\s?[日号])?|(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}(?!\d)|\d{1,4}\s?[-~—至到]{1,2}\s?\d{1,4}\s?[年月日号时季](?:份|度|底)?|\d{1,2}\s?月(?:份|底|初|末|上旬|中旬|下旬)?(?:\s?\d{1,2}\s?[日号])?|\d{1,2}\s?[日号](?!线)|\d+(?:\.\d+)?\s?年(?:来|内|前|后|期|度)?)/
/** What makes a number in front of it a name, an ordinal or a time. */
const NAME_AFTER = /[号楼级届院年月日时点岁季旬版代型线路#＃〕]/
const UNIT_LETTERS = /^(?:km|kg|kw|mw|cm|mm|m|t)(?![A-Za-z])|^(?:km²|km2|m²|m2|m³|m3|kwh|mwh)/i
