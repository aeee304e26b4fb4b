import { wordList } from '../../base/wordList.ts'

/** The years and months that a text names. */
export interface StatedTimes {
  readonly years: readonly number[]
  readonly months: readonly StatedMonths[]
}

/** One month (1 to 12) or a stretch: 1-5月 is what was reached in May, 二季度 is of each of its months. */
export interface StatedMonths {
  readonly first: number
  readonly last: number
  readonly ofEach: boolean
}

/**
 * The times of which a title, a sheet's or a file's name says that its figures are.
 *
 *     2021年4月农村公路进展情况表    2021, 4
 *     2021年1—5月                  2021, 1 to 5
 *     二季度, 1-12月                each of 4 to 6, each of 1 to 12
 *     2021.04, 202104, 20210426    2021, 4
 *     2020年结转项目, 6月底前完成     nothing: whence they come and until when, not of when
 */
export function statedTimes(text: string): StatedTimes {
  const words = text.normalize('NFKC').replace(/\s+/gu, '').replaceAll(ELSEWHERE.everywhere, '、')
  const inDigits = [...words.matchAll(SEPARATED), ...words.matchAll(JOINED)]
  const rest = words.replaceAll(SEPARATED, '、').replaceAll(JOINED, '、')
  return {
    years: [...inDigits, ...rest.matchAll(YEAR)].map(([, year]) => Number(year)),
    months: [
      ...inDigits.map(([, , month = '']) => stretch(month, month)),
      ...[...rest.matchAll(MONTHS)]
        .map(([, first, last = '']) => stretch(first ?? last, last))
        .filter(({ last }) => last >= 1 && last <= 12),
      ...[...rest.matchAll(PARTS_OF_YEAR)].flatMap(([part]) => PARTS[part.replace('第', '')] ?? []),
    ],
  }
}

function stretch(from: string, to: string): StatedMonths {
  const [first, last] = [monthOf(from), monthOf(to)]
  return { first, last, ofEach: first === 1 && last === 12 }
}
const monthOf = (written: string): number =>
  /^\d/u.test(written) ? Number(written) : written === '元' ? 1 : MONTH_NAMES.indexOf(written) + 1

const MONTH_NAMES = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
/** 2021-04, 2021.4, 2021_04. */
const SEPARATED = /(?<!\d)((?:19|20)\d{2})[-._/](1[0-2]|0?[1-9])(?!\d)/gu
/** 202104, 20210426. */
const JOINED = /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(?:[0-3]\d)?(?!\d)/gu
const YEAR = /(?<!\d)((?:19|20)\d{2})年/gu
const MONTH_NAME = '十[一二]?|[一二三四五六七八九]'
/** 4月, 四月, 1-5月, 元月至5月, 4月26日至5月25日. */
const MONTHS = new RegExp(
  `(?:(?<!\\d)(\\d{1,2}|元|${MONTH_NAME})月?份?[-—–~～至到])?(?<![\\d一二三四五六七八九十])(\\d{1,2}|${MONTH_NAME})月`,
  'gu',
)
const PARTS_OF_YEAR = /[前第]?[一二三四1-4]季度|[上下]半年/gu
const PARTS: Readonly<Record<string, StatedMonths>> = {
  ...Object.fromEntries([...'一二三四1234'].flatMap((name, i) => quarters(name, 3 * ((i % 4) + 1)))),
  上半年: { first: 1, last: 6, ofEach: true },
  下半年: { first: 7, last: 12, ofEach: true },
}

function quarters(name: string, last: number): readonly (readonly [string, StatedMonths])[] {
  return [
    [`${name}季度`, { first: last - 2, last, ofEach: true }],
    [`前${name}季度`, { first: 1, last, ofEach: true }],
  ]
}

/** Times that are not those of the figures: where projects come from, until when something is due, what is compared with. */
export const ELSEWHERE = wordList(
  [
    { pattern: '{year}(?:结转|续建|跨年|遗留|存量|开工|立项|下达|批复|计划|改造计划)', example: '2020年结转项目进展情况' },
    { pattern: '(?:结转|续建|较|比|同比|与){year}', example: '（较2020年）' },
    { pattern: '{month}(?:底|末|份|中旬|上旬|下旬)?(?:以|之)?前(?!{year})', example: '6月底前完成任务清单' },
    { pattern: '(?:印发|制表|修订|更新)于?{year}?{month}', example: '（修订2021年3月）' },
  ],
  { parts: { year: '(?:19|20)\\d{2}年度?', month: '\\d{1,2}月(?:\\d{1,2}日)?' }, flags: 'u' },
)
