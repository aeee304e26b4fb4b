import { narrow } from './narrow.ts'

/** True for the marks that say "no such task here" (“-”, “—”, “/”, “无”, “不涉及”): neither a figure nor a blank. */
export function isNotApplicable(text: string): boolean {
  const mark = narrow(text).trim()
  return mark !== '' && mark.length <= 6 && MARKS.test(mark)
}

const MARKS = /^(?:[-—―─－/\\~～*×·…]{1,6}|无|无任务|无此任务|无此项|不涉及|不适用|N\/?A|n\/?a)$/
