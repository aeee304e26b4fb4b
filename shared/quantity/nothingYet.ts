import { wordList } from '../base/wordList.ts'
import { narrow } from './narrow.ts'

/**
 * Whether a cell says in words that there is no figure yet, and has no number but those of days: nothing in it was left unread.
 *
 *     暂未上报                         yes
 *     11月底安排发货，预定12月初开始安装    yes
 *     暂未上报1.2万名, 完成过半            no
 *     见附件                           no: there may be one
 */
export function saysNothingYet(words: string): boolean {
  const text = narrow(words)
  return text.length <= LONGEST && NOTHING_YET.pattern.test(text) && !ANY_NUMBER.test(text.replace(DAYS, ''))
}

/** Longer texts report. */
const LONGEST = 60

/** What a unit writes that has no figure to report, or plans to have one. */
export const NOTHING_YET = wordList([
  { pattern: '[未没](?:有|能)?(?:上报|报送|报来|提供|反馈|统计|填报)', example: '暂未上报' },
  { pattern: '待(?:上报|报送|报|统计|核实|确认|反馈|定)', example: '待统计' },
  { pattern: '暂(?:无|缺)', example: '暂无数据' },
  { pattern: '(?:正在|尚在)(?:统计|核实|核对|汇总)', example: '正在统计' },
  { pattern: '统计中|汇总中|核实中', example: '数据统计中' },
  { pattern: '预[定计]|计划于|将于|拟于', example: '预定12月初开始安装' },
])

const DAYS = /(?:(?:19|20)\d{2}年)?\d{1,2}月份?(?:\d{1,2}日)?|\d{1,2}日/gu
const ANY_NUMBER = /[\d一二两三四五六七八九十百千万亿半零〇几若]|部分|余/u
