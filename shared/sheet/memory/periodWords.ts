import { wordList } from '../../base/wordList.ts'

/** Numbers of years and months in headings, in digits or Chinese. */
const parts = {
  year: '(?:19|20)\\d{2}|[〇零一二三四五六七八九]{4}',
  month: '\\d{1,2}|十[一二]?|[元一二三四五六七八九]',
  to: '[-—–~～至到]+',
  until: '截[至止]到?|至|到',
  end: '末|底|\\d{1,2}[日号]',
}

/** All that was done up to a month: 1-5月完成, 截至5月底完成. Another month's sheet has another number there, and means the same. */
export const UP_TO_A_MONTH = wordList(
  [
    { pattern: '{until}?(?:{year}年)?{month}月?{to}(?:{year}年)?{month}月(?:份|{end})?止?', example: '1-5月完成' },
    { pattern: '{until}(?:{year}年)?{month}月(?:份|{end})?止?', example: '截至2021年5月底完成' },
    { pattern: '(?:{year}年)?{month}月(?:{end})止?', example: '5月末累计' },
  ],
  { parts, flags: 'u' },
)

/** One month: 5月份完成. */
export const A_MONTH = wordList([{ pattern: '(?:{year}年)?{month}月份?', example: '2021年5月完成' }], { parts, flags: 'u' })

/** One quarter: 二季度计划. */
export const A_QUARTER = wordList([{ pattern: '(?:{year}年)?第?[一二三四1-4]季度?', example: '第二季度计划' }], { parts, flags: 'u' })

/** One year: 2021年目标. */
export const A_YEAR = wordList([{ pattern: '(?:{year})年度?', example: '2021年目标' }], { parts, flags: 'u' })

/** Every other number: 第3批, 2021.5.26, 一百公里. A single Chinese numeral is a word (一体化, 二期). */
export const A_NUMBER = wordList(
  [
    { pattern: '\\d+(?:[.,:·-]\\d+)*', example: '第12批' },
    { pattern: '[〇零一二两三四五六七八九十百千廿卅]{2,}[万亿]*', example: '一百二十公里' },
    { pattern: '[一二两三四五六七八九十百千]+[万亿]+', example: '三万户' },
  ],
  { flags: 'u' },
)
