import type { FoundFigure } from '../../quantity/findQuantities.ts'
import { COUNTS_BEHIND, NUMERAL_NOUNS, STATES_BEFORE } from '../lexicon/numberWords.ts'

/** A number of a text with the characters around it. */
interface NumberInText extends FoundFigure {
  readonly text: string
  readonly before: string
  readonly after: string
}

/** Whether a number is a figure; undefined where the rule is about other numbers. */
type FigureRule = (number: NumberInText) => boolean | undefined

/** The first that answers decides; a number that none is about is a figure. */
const FIGURE_RULES: readonly FigureRule[] = [
  termOfSum,
  voltageAgeOrSize,
  boundOfThings,
  floorReached,
  hoursOfService,
  numeralInWord,
  bareNumber,
]

/** False for numbers that merely qualify or name: 20户以上自然村, 0-3岁, 10 千伏, 一户一表, “三个一”, 12345热线, 至少一人. */
export function isFigure(text: string, found: FoundFigure): boolean {
  const number = { ...found, text, before: text.charAt(found.at - 1), after: text.slice(found.end, found.end + 6) }
  for (const rule of FIGURE_RULES) {
    const answer = rule(number)
    if (answer !== undefined) return answer
  }
  return true
}

/** 2230 of 2230+920=3250个, which does not add up: a term alone is no figure. */
function termOfSum({ quantity: { measure }, text, end, before }: NumberInText) {
  const isTerm = before === '+' || before === '＋' || /^\s?[+＋]\s?\d/.test(text.slice(end, end + 4))
  return measure === null && isTerm ? false : undefined
}

/** 10 千伏, 0-3岁, 7×24 */
function voltageAgeOrSize({ before, after }: NumberInText) {
  return /^(?:\s{0,2}(?:千伏|伏|kV)|岁|[×x]\d)/i.test(after) || /[×x]/.test(before) ? false : undefined
}

/** 20户以上自然村 qualifies villages; 20户以上已完工 counts. */
function boundOfThings({ quantity: { measure }, after }: NumberInText) {
  if (measure === null || measure === '%' || !/^(?:及?以[上下内]|以外)(?:的|[\u4e00-\u9fa5]{2})/.test(after)) return undefined
  return /^(?:及?以[上下内]|以外)[已均全完开正建]/.test(after)
}

/** 主体施工至三层 */
function floorReached({ quantity: { measure }, text, at }: NumberInText) {
  return measure === '层' && /[至到]第?$/.test(text.slice(Math.max(0, at - 2), at)) ? false : undefined
}

/** 24小时开放 */
function hoursOfService({ quantity: { measure, raw } }: NumberInText) {
  return measure === '小时' && /^(?:24|7\s?[×x*]\s?24)/.test(raw) ? false : undefined
}

/** 一户一表, 一次性, “三个一”, 至少一人: numerals in Chinese characters that are part of a word or a saying. */
function numeralInWord({ quantity, text, at, after }: NumberInText) {
  if (!quantity.chinese) return undefined
  const inWord = /^[一二三四五六七八九十两次性]/.test(after) || NUMERAL_NOUNS.pattern.test(after)
  const quoted = /[“「]$/.test(text.slice(Math.max(0, at - 3), at).replace(/[\u4e00-\u9fa5]/g, '')) && quantity.measure !== '%'
  const once = quantity.raw === '一次' || quantity.raw === '二次'
  return quantity.bound || inWord || quoted || once ? false : undefined
}

/** 完成 31 counts, 12345热线 does not. */
function bareNumber({ quantity, text, at, after }: NumberInText) {
  if (quantity.measure !== null || quantity.scale !== 1) return undefined
  const words = text.slice(Math.max(0, at - 6), at)
  return (COUNTS_BEHIND.pattern.test(words) || STATES_BEFORE.pattern.test(words)) && !/^[A-Za-z热平]/.test(after)
}
