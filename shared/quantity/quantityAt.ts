import { tailOf } from './boundWords.ts'
import { measureAt } from './measureWords.ts'
import { isDigit, type Numeral, numeralAt } from './numeral.ts'
import { divideRounded } from './round.ts'
import { asScaled, SCALE, SCALED_LIMIT, type Scaled } from './scaled.ts'
import { writtenSum } from './writtenSum.ts'

/** The figure at a place of a narrowed text, without the words around it. */
export interface BareQuantity {
  readonly value: Scaled
  readonly high?: Scaled
  readonly of?: Scaled
  readonly decimals: number
  readonly measure: string | null
  readonly scale: 1 | 10_000 | 100_000_000
  readonly approx: string | null
  readonly bound?: '>=' | '<='
  readonly chinese: boolean
  readonly end: number
}

/** Reads number, scale, measure and a range's or fraction's second half at `at`; undefined where there is no figure. */
export function quantityAt(text: string, at: number): BareQuantity | undefined {
  const numeral = numeralAt(text, at)
  const fraction = fractionAt(text, at, numeral)
  if (fraction) return fraction
  if (!numeral) return undefined
  const low = withMeasure(text, numeral)
  const sum = isSumBehind(text, low.end) ? writtenSum(text, at, { numeral, measure: low.measure, end: low.end }) : undefined
  if (sum) return finished(text, sum)
  // 63%～68%, 15/27套: what follows at once may be the other half of the same figure.
  const second = secondHalf(text, low.end)
  if (!second) return finished(text, low)
  const high = withMeasure(text, second.numeral)
  // 18个/1520户 are two figures of two things, 146/300公里 a part and its whole.
  if (second.kind === 'of' && low.measure !== null && low.measure !== high.measure) return finished(text, low)
  if (second.kind === 'of') return finished(text, { ...low, of: high.value, measure: high.measure, end: high.end })
  const sameMeasure = low.measure === null || low.measure === high.measure
  // 3-5万人: the scale written once counts for both.
  const value = low.scale === 1 && high.scale > 1 && low.measure === null ? low.value * high.scale : low.value
  // 5-3 or 3户-5人 are two figures, not a range.
  if (!sameMeasure || value >= high.value || value >= SCALED_LIMIT) return finished(text, low)
  return finished(text, {
    ...high,
    value: asScaled(value),
    high: high.value,
    decimals: Math.max(low.decimals, high.decimals),
    approx: low.approx ?? high.approx,
  })
}

/** 2230+920个: one look before the sum is read. */
const isSumBehind = (text: string, end: number): boolean =>
  text.charAt(end) === '+' || (text.charAt(end) === ' ' && text.charAt(end + 1) === '+')

/** A numeral with the measure behind it; 半 behind that adds a half (3个半). */
function withMeasure(text: string, numeral: Numeral): BareQuantity {
  let at = numeral.end
  while (text.charAt(at) === ' ' && at - numeral.end < 2) at++
  const { value, decimals, scale, approx, chinese } = numeral
  const bare = { value, decimals, scale, approx, chinese }
  if (text.charAt(at) === '%') return { ...bare, measure: '%', end: at + 1 }
  if (text.charAt(at) === '‰') return { ...bare, measure: '‰', end: at + 1 }
  const tenths = tenthsAt(text, at, numeral)
  if (tenths) return tenths
  const measure = measureAt(text, at, !chinese || scale > 1)
  if (!measure) return { ...bare, measure: null, end: numeral.end }
  const end = at + measure.length
  if (text.charAt(end) === '半' && !/[年月天日径数]/.test(text.charAt(end + 1)) && value % SCALE === 0) {
    return { ...bare, value: asScaled(value + (SCALE / 2) * scale), decimals: 1, measure, end: end + 1 }
  }
  return { ...bare, measure, end }
}

/** 百分之三十, 三分之二, 千分之五, in percent points. */
function fractionAt(text: string, at: number, numeral: Numeral | undefined): BareQuantity | undefined {
  const bare = text.startsWith('百分之', at) ? 100 : text.startsWith('千分之', at) ? 1000 : undefined
  const whole = bare === undefined ? numeral : undefined
  const base = bare ?? (whole ? whole.value / SCALE : 0)
  const from = bare !== undefined ? at + 3 : text.startsWith('分之', whole?.end ?? -1) ? (whole?.end ?? 0) + 2 : -1
  const part = from < 0 || !Number.isInteger(base) || base <= 0 ? undefined : numeralAt(text, from)
  if (!part) return undefined
  const exact = divideRounded(BigInt(part.value) * 100n, BigInt(base), 'halfUp')
  return {
    value: asScaled(Number(exact)),
    decimals: base === 100 ? part.decimals : 2,
    measure: '%',
    scale: 1,
    approx: base === 100 ? part.approx : (part.approx ?? '分之'),
    chinese: true,
    end: part.end,
  }
}

/** 七成, 近九成: tenths as percent points, always approximate; 成立, 成效 … are words. */
function tenthsAt(text: string, at: number, numeral: Numeral): BareQuantity | undefined {
  const { value } = numeral
  if (text.charAt(at) !== '成' || value > 10 * SCALE || /[立为效果品功本员年长熟交人分套都型片]/.test(text.charAt(at + 1))) return undefined
  return { value: asScaled(value * 10), decimals: 0, measure: '%', scale: 1, approx: '成', chinese: numeral.chinese, end: at + 1 }
}

/** The numeral behind a hyphen, 至 or slash: the upper end of a range, or the whole that the figure is a part of. */
function secondHalf(text: string, end: number): { kind: 'range' | 'of'; numeral: Numeral } | undefined {
  let at = end
  if (text.charAt(at) === ' ') at++
  const sign = text.charAt(at)
  if (!/[-~—至到/]/.test(sign)) return undefined
  at++
  if (sign === '—' && text.charAt(at) === '—') at++
  if (text.charAt(at) === ' ') at++
  const spelled = sign === '至' || sign === '到'
  if (!isDigit(text.charCodeAt(at)) && !(spelled && /[一二三四五六七八九十两]/.test(text.charAt(at)))) return undefined
  const numeral = numeralAt(text, at)
  return numeral && { kind: sign === '/' ? 'of' : 'range', numeral }
}

/** 左右, 以上 … behind the measure; 多 and 余 there only where nothing follows them. */
function finished(text: string, quantity: BareQuantity): BareQuantity {
  const tail = text.slice(quantity.end, quantity.end + 4).trimStart()
  const behind = tailOf(tail)
  if (!behind) return quantity
  return { ...quantity, approx: quantity.approx ?? behind.word, ...(behind.bound && { bound: behind.bound }) }
}
