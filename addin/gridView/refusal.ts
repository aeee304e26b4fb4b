import type { Book } from '../book/book.ts'

/** Why a person cannot change the shown sheet, as Excel says it; undefined where they can. */
export function changeRefusal({ readOnly, active }: Book): string | undefined {
  if (active.content.kind === 'chart') return '图表工作表没有单元格。'
  if (readOnly) return '此工作簿以只读方式打开，不能修改。'
  return active.isProtected ? '此工作表受保护，不能修改。' : undefined
}
