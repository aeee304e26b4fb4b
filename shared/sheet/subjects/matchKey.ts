import { compactText } from '../view/compactText.ts'

/** Wordings that mean the same in names of tasks. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/新[(]?改[)]?建|新、改建|新建改造|新建、改建|新(?:建)?改扩建/gu, '新建'],
  [/千米|km|㎞/giu, '公里'],
  [/㎡|m2|平米/giu, '平方米'],
  [/老旧住宅小区|老旧居民小区|老小区|旧小区/gu, '老旧小区'],
  [/阅报栏\(?屏\)?/gu, '阅报栏'],
  [/乡村公路/gu, '农村公路'],
  [/老老旧小区/gu, '老旧小区'],
  [/公路|道路/gu, '公路'],
]
/** Figures with their measure say how much, not what; names such as 5G and 10千伏 stay. */
const FIGURE =
  /(?:不少于|不低于|达到|达)?\d+(?:\.\d+)?(?:[万亿])?(?:余|多)?(?:个行政村|平方米|公里|个|座|处|户|人|名|例|场次|场|件|套|篇|份|支|所|台|亩|吨|万元|亿元|元|%)(?:以上|左右)?/gu

/** A task's or indicator's words as they are compared: no figures, no punctuation, wordings made one. */
export function matchKey(text: string): string {
  let key = compactText(text)
  for (const [pattern, word] of SAME) key = key.replace(pattern, word)
  return key.replace(FIGURE, '').replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The pairs of neighbouring characters; order within the text beyond neighbours does not count. */
export function pairs(key: string): ReadonlySet<string> {
  const set = new Set<string>()
  const end = Math.min(key.length, 600) - 1
  for (let i = 0; i < end; i++) set.add(key.slice(i, i + 2))
  if (key.length === 1) set.add(key)
  return set
}
