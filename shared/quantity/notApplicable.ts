import { wordList } from '../base/wordList.ts'
import { narrow } from './narrow.ts'

/** True for the marks that mean "no such task here" (“-”, “—”, “/”, “无”, “不涉及”): neither a figure nor a blank. */
export function isNotApplicable(text: string): boolean {
  const mark = narrow(text).trim()
  // Longer texts say something, even if they begin with 无.
  return mark !== '' && mark.length <= 6 && NOT_APPLICABLE.pattern.test(mark)
}

/** What a cell holds where its unit has no such task. */
export const NOT_APPLICABLE = wordList(
  [
    { pattern: '[-—―─－/\\\\~～*×·…]{1,6}', example: '——' },
    { word: '无', example: '无' },
    { word: '无任务', example: '无任务' },
    { word: '无此任务', example: '无此任务' },
    { word: '无此项', example: '无此项' },
    { word: '不涉及', example: '不涉及' },
    { word: '不适用', example: '不适用' },
    { pattern: 'N/?A', example: 'N/A' },
    { pattern: 'n/?a', example: 'n/a' },
  ],
  { frame: '^{words}$' },
)
