import { wordList } from '../../base/wordList.ts'
import type { CellValue } from '../../grid/grid.ts'
import { compactText } from '../view/compactText.ts'

/** Cells that say yes, in small letters. */
export const YES_TEXTS: ReadonlySet<string> = new Set([
  '是',
  '√',
  '✓',
  '✔',
  '☑',
  '已',
  '已是',
  'y',
  'yes',
  '完成',
  '已完成',
  '完工',
  '已完工',
  '建成',
  '已建成',
  '竣工',
  '已竣工',
  '办结',
  '已办结',
  '达到',
  '已达到',
  '100%',
  '●',
  '■',
  '已开工',
  '开工',
])

/** Cells that say no, in small letters; so does one that begins with 正在. */
export const NO_TEXTS: ReadonlySet<string> = new Set([
  '否',
  '×',
  '✗',
  '✘',
  'x',
  'n',
  'no',
  '未',
  '未完成',
  '未完工',
  '未开工',
  '未建成',
  '未竣工',
  '未办结',
  '未达到',
  '没有',
  '○',
  '□',
  '尚未完成',
  '进行中',
  '在建',
  '推进中',
  '办理中',
  '未启动',
])

/** 是, √, 已完成 and the like: true; 否, ×, 未完成: false; anything else says neither. */
export function flagOf(value: CellValue): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value === 1 ? true : value === 0 ? false : undefined
  if (value === null) return undefined
  const text = compactText(value).toLowerCase()
  if (YES_TEXTS.has(text)) return true
  return NO_TEXTS.has(text) || text.startsWith('正在') ? false : undefined
}

/** Words of a state that is before the end. */
export const UNFINISHED_WORDS = wordList([
  { word: '未', example: '尚未完成验收' },
  { word: '尚', example: '尚在评审' },
  { word: '正在', example: '正在评审' },
  { word: '进行', example: '招标进行中' },
  { word: '在建', example: '3座在建' },
  { word: '推进', example: '有序推进' },
  { word: '待', example: '待验收' },
  { word: '拟', example: '拟于6月完工' },
  { word: '预计', example: '预计年底建成' },
  { word: '计划', example: '计划6月竣工' },
  { word: '基本', example: '基本完成' },
  { word: '滞后', example: '进度滞后，预期完成' },
])

/** Words of a state that is the end, within the first few characters. */
export const FINISHED_WORDS = wordList(
  [
    { word: '完成', example: '已全部完成' },
    { word: '完工', example: '主体工程完工' },
    { word: '竣工', example: '顺利竣工' },
    { word: '建成', example: '提前建成' },
    { word: '办结', example: '按期办结' },
    { word: '投用', example: '已投用' },
    { word: '投入使用', example: '已投入使用' },
    { word: '验收', example: '已通过验收' },
  ],
  { frame: '^(?:已|全部|顺利|按期|提前)?.{0,6}{words}', flags: 'u' },
)

/** A longer text reports progress; its words are about more than the state. */
const LONGEST_STATE = 40

/**
 * Whether words of a state say that something is done.
 *
 *     是, √, 已完成, 已于5月完工            yes
 *     否, ×, 未开工, 正在评审, 基本完成       no
 *     招标, 约3座, a whole sentence         neither
 */
export function doneOf(words: string): boolean | undefined {
  const text = compactText(words)
  if (text === '' || text.length > LONGEST_STATE) return undefined
  const flag = flagOf(text)
  if (flag !== undefined) return flag
  if (UNFINISHED_WORDS.pattern.test(text)) return false
  return FINISHED_WORDS.pattern.test(text) ? true : undefined
}
