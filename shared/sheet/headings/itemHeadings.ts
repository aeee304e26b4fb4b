import { wordList } from '../../base/wordList.ts'
import { compactText } from '../view/compactText.ts'

/** Headings of places at which work is done. */
export const PLACE_WORDS = wordList([
  { word: '学校', example: '项目学校' },
  { word: '校名', example: '校名' },
  { word: '园名', example: '幼儿园名' },
  { word: '路段', example: '整治路段' },
  { word: '路名', example: '路名' },
  { word: '线路名', example: '线路名称' },
  { pattern: '小区名?称?$', example: '小区名称' },
  { word: '站点', example: '监测站点' },
  { word: '点位', example: '点位' },
  { word: '地点', example: '建设地点' },
  { pattern: '位置$', example: '天桥位置' },
  { pattern: '片区$', example: '改造片区' },
  { pattern: '机构$', example: '承检机构' },
  { pattern: '(?:建设|实施|运营)主体$', example: '建设主体' },
  { word: '村名', example: '村名' },
  { word: '桥名', example: '桥名' },
  { word: '宿舍名', example: '宿舍名称' },
  { word: '乡镇', example: '乡镇' },
  { word: '街道', example: '街道' },
  { word: '村居', example: '村居' },
  { word: '社区名', example: '社区名称' },
])

/** Of townships, however bracketed (乡镇（街道）, 乡（镇）). */
const TOWNS = /^(所在|所属)?乡([(（]?镇|镇)[)）]?([、/]?[(（]?(街道|办事处|镇办)[)）]?)?(名称)?$/u

/** Headings of projects. */
const PROJECTS = /项目名称|具体项目|子项|项目点|工程名称|标段/u

/** Words beside which the same ones head something else: who answers, how many, how far, when. */
export const NO_ITEM_WORDS = wordList(
  [
    { word: '单位', example: '学校责任单位' },
    { word: '部门', example: '街道责任部门' },
    { word: '任务', example: '乡镇任务' },
    { word: '指标', example: '乡镇指标' },
    { word: '责任', example: '街道责任人' },
    { word: '县', example: '县乡镇' },
    { word: '地区', example: '地区乡镇' },
    { word: '区域', example: '街道区域' },
    { word: '目标', example: '乡镇目标' },
    { pattern: '[数量率]$', example: '乡镇数' },
    { pattern: '[(（].{1,2}[)）]$', example: '学校（所）' },
    { word: '时间', example: '学校开工时间' },
    { word: '日期', example: '学校开工日期' },
    { word: '情况', example: '街道情况' },
    { word: '进度', example: '路段进度' },
  ],
  { flags: 'u' },
)

/** A heading of places at which work is done (项目学校, 路段, 小区名称): each row is an item of something bigger. */
export function isPlaceHeading(header: string): boolean {
  const text = compactText(header)
  return TOWNS.test(text) || (PLACE_WORDS.pattern.test(text) && !NO_ITEM_WORDS.pattern.test(text))
}

/** The same, or of projects (项目名称). */
export function isItemHeading(header: string): boolean {
  const text = compactText(header)
  return isPlaceHeading(header) || (PROJECTS.test(text) && !NO_ITEM_WORDS.pattern.test(text))
}
