import { measureAt } from './measureWords.ts'
import { isDigit, type Numeral, numeralAt } from './numeral.ts'
import { asScaled, SCALED_LIMIT, type Scaled } from './scaled.ts'

/** One figure of a sum, with the measure behind it; null where it has none. */
interface Term {
  readonly numeral: Numeral
  readonly measure: string | null
  readonly end: number
}

/** What a sum comes to, and where it ends. */
export interface WrittenSum extends Pick<Numeral, 'approx' | 'chinese' | 'decimals' | 'end' | 'value'> {
  readonly measure: string | null
  readonly scale: 1
}

/**
 * A sum as it is written out, at its first figure: what it comes to, in the one measure that it names.
 *
 *     2230+920个, 2230个＋920个      3150个
 *     2230+920=3150个              3150个
 *     2230+920=3150               3150
 *     2230+920=3250个, 5+2, 3个+2套   no sum
 */
export function writtenSum(text: string, at: number, first: Term): WrittenSum | undefined {
  const terms = termsFrom(text, first)
  const last = terms.at(-1)
  if (terms.length < 2 || !last) return undefined
  const value = terms.reduce((sum, { numeral }) => sum + numeral.value, 0)
  const total = text.charAt(pastBlank(text, last.end)) === '=' ? termAt(text, pastBlank(text, pastBlank(text, last.end) + 1)) : last
  const measures = new Set([...terms, ...(total ? [total] : [])].flatMap(({ measure }) => measure ?? []))
  const [measure = null, ...others] = measures
  const isWhole = total === last ? last.measure !== null : total?.numeral.value === value
  if (!total || !isWhole || others.length > 0 || value >= SCALED_LIMIT || isNamed(text, at)) return undefined
  const { approx, chinese } = last.numeral
  return { value: asScaled(value), decimals: decimalsOf(terms), measure, scale: 1, approx, chinese, end: total.end }
}

/** A sum whose stated total is another one: 2230+920=3250个. */
export interface WrongSum {
  readonly at: number
  readonly sum: Scaled
  readonly total: Scaled
  /** Where the total is. */
  readonly totalAt: number
}

/** The sums of a narrowed text that do not come to what is written behind them. */
export function wrongSums(text: string): readonly WrongSum[] {
  return [...text.matchAll(STATED_SUM)].flatMap(({ index: at, 0: written }) => {
    const numeral = numeralAt(text, at)
    const terms = numeral ? termsFrom(text, withMeasure(text, numeral)) : []
    const sum = terms.reduce((all, term) => all + term.numeral.value, 0)
    const totalAt = at + written.length - (/[\d.,]+$/.exec(written)?.[0].length ?? 0)
    const total = numeralAt(text, totalAt)
    const isWrong = terms.length > 1 && total !== undefined && sum < SCALED_LIMIT && total.value !== sum && !isNamed(text, at)
    return isWrong ? [{ at, sum: asScaled(sum), total: total.value, totalAt }] : []
  })
}

/** The figure and those that are added to it. */
function termsFrom(text: string, first: Term): readonly Term[] {
  const terms = [first]
  for (let { end } = first; terms.length < MOST && text.charAt(pastBlank(text, end)) === '+'; ) {
    const next = termAt(text, pastBlank(text, pastBlank(text, end) + 1))
    if (!next) return []
    terms.push(next)
    end = next.end
  }
  return terms.length < MOST ? terms : []
}

function termAt(text: string, at: number): Term | undefined {
  const numeral = isDigit(text.charCodeAt(at)) ? numeralAt(text, at) : undefined
  return numeral && withMeasure(text, numeral)
}

function withMeasure(text: string, numeral: Numeral): Term {
  const at = pastBlank(text, numeral.end)
  const measure = measureAt(text, at, true)
  return { numeral, measure: measure || null, end: measure ? at + measure.length : numeral.end }
}

const pastBlank = (text: string, at: number): number => (text.charAt(at) === ' ' ? at + 1 : at)

const decimalsOf = (terms: readonly Term[]): number => Math.max(...terms.map(({ numeral }) => numeral.decimals))

/** “5+2”, K12+500, 1+N: a name, not a sum. */
const isNamed = (text: string, at: number): boolean => /[A-Za-z“"「『‘+#-]/.test(text.charAt(at - 1))

const STATED_SUM = /\d[\d.,]{0,12}[^\d\s+=，。；、]{0,3} ?(?:\+ ?\d[\d.,]{0,12}[^\d\s+=，。；、]{0,3} ?){1,8}= ?\d[\d.,]{0,12}/g
/** More figures than anyone adds up in a sentence. */
const MOST = 10
