import { wordList } from '../../base/wordList.ts'
import { compactText } from '../view/compactText.ts'

/** Wordings that mean the same in names of tasks, in the order in which they are made one. */
export const SAME_WORDINGS: readonly { readonly pattern: RegExp; readonly as: string; readonly example: string }[] = [
  { pattern: /新[(]?改[)]?建|新、改建|新建改造|新建、改建|新(?:建)?改扩建/gu, as: '新建', example: '新(改)建农村公路' },
  { pattern: /千米|km|㎞/giu, as: '公里', example: '300千米' },
  { pattern: /㎡|m2|平米/giu, as: '平方米', example: '300平米' },
  { pattern: /老旧住宅小区|老旧居民小区|老小区|旧小区/gu, as: '老旧小区', example: '老旧住宅小区改造' },
  { pattern: /阅报栏\(?屏\)?/gu, as: '阅报栏', example: '阅报栏(屏)' },
  { pattern: /乡村公路/gu, as: '农村公路', example: '乡村公路' },
  // made of 老旧小区 by the line above for 旧小区
  { pattern: /老老旧小区/gu, as: '老旧小区', example: '老老旧小区' },
  { pattern: /公路|道路/gu, as: '公路', example: '农村道路' },
]

/** Measures behind a figure that is no part of a name; 千伏 of 10千伏线路 is not among them. */
export const FIGURE_MEASURES = wordList([
  { word: '个行政村', example: '100个行政村' },
  { word: '平方米', example: '300平方米' },
  { word: '公里', example: '300公里' },
  { word: '个', example: '4个' },
  { word: '座', example: '7000座' },
  { word: '处', example: '12处' },
  { word: '户', example: '2.13万户' },
  { word: '人', example: '700人' },
  { word: '名', example: '60名' },
  { word: '例', example: '4405例' },
  { word: '场次', example: '300场次' },
  { word: '场', example: '300场' },
  { word: '件', example: '1105件' },
  { word: '套', example: '107套' },
  { word: '篇', example: '24篇' },
  { word: '份', example: '40份' },
  { word: '支', example: '3支' },
  { word: '所', example: '18所' },
  { word: '台', example: '50台' },
  { word: '亩', example: '2万亩' },
  { word: '吨', example: '5万吨' },
  { word: '万元', example: '300万元' },
  { word: '亿元', example: '2亿元' },
  { word: '元', example: '60元' },
  { word: '%', example: '90%' },
])

/** Figures with their measure say how much, not what; names such as 5G and 10千伏 stay. */
const FIGURE = new RegExp(`(?:不少于|不低于|达到|达)?\\d+(?:\\.\\d+)?[万亿]?[余多]?${FIGURE_MEASURES.source}(?:以上|左右)?`, 'gu')

/** Words as they are compared: 新（改）建农村公路不少于300公里 → 新建农村公路. No figures, no punctuation, wordings made one. */
export function matchKey(text: string): string {
  let key = compactText(text)
  for (const { pattern, as } of SAME_WORDINGS) key = key.replace(pattern, as)
  return key.replace(FIGURE, '').replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Longer texts are narratives; their beginning says what they are about. */
const MOST_PAIRS = 600

/** The pairs of neighbouring characters; order within the text beyond neighbours does not count. */
export function pairs(key: string): ReadonlySet<string> {
  const set = new Set<string>()
  const end = Math.min(key.length, MOST_PAIRS) - 1
  for (let i = 0; i < end; i++) set.add(key.slice(i, i + 2))
  if (key.length === 1) set.add(key)
  return set
}
