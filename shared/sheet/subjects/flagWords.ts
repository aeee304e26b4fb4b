import type { CellValue } from '../../grid/grid.ts'
import { compactText } from '../view/compactText.ts'

const YES = /^(是|√|✓|✔|☑|已|已是|y|yes|完成|已完成|完工|已完工|建成|已建成|竣工|已竣工|办结|已办结|达到|已达到|100%|●|■|已开工|开工)$/iu
const NO =
  /^(否|×|✗|✘|x|n|no|未|未完成|未完工|未开工|未建成|未竣工|未办结|未达到|没有|○|□|尚未完成|正在.*|进行中|在建|推进中|办理中|未启动)$/iu

/** 是, √, 已完成 and the like: true; 否, ×, 未完成: false; anything else says neither. */
export function flagOf(value: CellValue): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value === 1 ? true : value === 0 ? false : undefined
  if (value === null) return undefined
  const text = compactText(value)
  if (YES.test(text)) return true
  return NO.test(text) ? false : undefined
}

/** What words of a state say of being done: 已完成 yes; 未完成, 进行中, 正在评审, 未开工 no; 基本完成 no. */
export function doneOf(words: string): boolean | undefined {
  const text = compactText(words)
  if (text === '' || text.length > 40) return undefined
  const flag = flagOf(text)
  if (flag !== undefined) return flag
  if (/未|尚|正在|进行|在建|推进|待|拟|预计|计划|基本|滞后/u.test(text)) return false
  return /^(已|全部|顺利|按期|提前)?.{0,6}(完成|完工|竣工|建成|办结|投用|投入使用|验收)/u.test(text) ? true : undefined
}
