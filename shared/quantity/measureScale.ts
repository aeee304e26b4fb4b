import { narrow } from './narrow.ts'

/** A measure's word split into its base and its scale: 万人 → 人 × 10,000. */
export interface MeasureScale {
  readonly base: string
  readonly scale: number
}

/**
 * Splits 万人, 亿元, 万户, “万 公里”, “（万元）”. A label that is a scale alone (万) has the base "". Other scale words
 * (千米, 百分点, 千伏) belong to the measure, but for those of money (千元, 百万元).
 */
export function measureScale(label: string): MeasureScale {
  const word = narrow(label)
    .replace(/\s+/g, '')
    .replace(/^[([【]+|[)\]】]+$/g, '')
  const ofMoney = MONEY.get(word)
  if (ofMoney !== undefined) return { base: '元', scale: ofMoney }
  if (word.startsWith('亿')) return { base: word.slice(1), scale: 100_000_000 }
  if (word.startsWith('万')) return { base: word.slice(1), scale: 10_000 }
  return { base: word, scale: 1 }
}

const MONEY: ReadonlyMap<string, number> = new Map([
  ['千元', 1_000],
  ['百万元', 1_000_000],
  ['千万元', 10_000_000],
])
