import type { ParsedQuantity } from './parsed.ts'
import { parseQuantity } from './parseQuantity.ts'

/** A cell that says a figure and what percentage of the target it is. */
export interface FigureAndRate {
  readonly figure: ParsedQuantity
  readonly rate: ParsedQuantity
}

/**
 * The figure and the percentage of a cell that says both and nothing else, whichever comes first. Undefined for one of the
 * two alone, for two figures, and for words beside them that say more than what they are.
 *
 *     5210（74.4%）, 211个/75.4%, 702个 71.2%, 731人、104.4%
 *     64.1%，1.86万户, 76.2%(1904件), 完成5210个，占任务的74.4%
 */
export function figureAndRate(text: string): FigureAndRate | undefined {
  const parts = PARTED.exec(text.trim())
  const [, first = '', second = ''] = parts ?? []
  const one = parseQuantity(first)
  const other = parseQuantity(second)
  if (!one || !other || hasWords(one) || hasWords(other)) return undefined
  if (isRate(one) === isRate(other)) return undefined
  return isRate(one) ? { figure: other, rate: one } : { figure: one, rate: other }
}

const NUMBER = String.raw`[^\d，,、/（(\s]{0,8}\d[\d.,]*\s?[^\d\s，,、/（()）;；]{0,5}`
const PARTED = new RegExp(`^(${NUMBER})\\s*(?:[，,、/；;]|\\n|\\s|[（(])\\s*(${NUMBER})[)）]?$`, 'u')

const isRate = ({ measure }: ParsedQuantity): boolean => measure === '%'
/** 占, 完成率 and 已完成 say what the numbers are; anything else is about something else. */
const hasWords = ({ before, after }: ParsedQuantity): boolean =>
  after !== '' || !/^(?:占比|占(?:年度|全年)?(?:目标|任务|计划)*数?的?|完成率?|已?完成|达到?|即|约)?[:：]?$/u.test(before)
