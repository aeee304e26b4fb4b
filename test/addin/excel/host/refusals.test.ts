import { expect, test } from 'vitest'
import { openWorkbook } from '../../../../addin/excel/createWorkbook.ts'
import type { RefusalTag } from '../../../../addin/ports/workbookFault.ts'
import type { MoodName } from '../../../../addin/preview/moods/moods.ts'
import { bookOf, openExcel } from '../excelInNode.ts'

type Asked = 'readActiveSheet' | 'mark' | 'select' | 'select elsewhere' | 'writeSheet'

const ask = async (asked: Asked) => {
  const workbook = openWorkbook()
  if (asked === 'readActiveSheet') return workbook.readActiveSheet()
  if (asked === 'mark') return workbook.mark('进展', [{ cell: 'A1', severity: 'error' }])
  if (asked === 'select') return workbook.select('进展', 'B2')
  if (asked === 'select elsewhere') return workbook.select('另一张', 'B2')
  const cell = { kind: 'text', value: '一', role: 'body' } as const
  const document = { name: '汇总', rows: [[cell]], merges: [], widths: [10], frozenRows: 0 }
  return workbook.writeSheet(document, { signal: new AbortController().signal, onProgress: () => undefined })
}

const TABLE: readonly (readonly [mood: MoodName, asked: Asked, tag: RefusalTag | 'done'])[] = [
  ['protected-sheet', 'readActiveSheet', 'done'],
  ['protected-sheet', 'mark', 'protected'],
  ['protected-sheet', 'select', 'done'],
  ['protected-sheet', 'writeSheet', 'done'],
  ['protected-structure', 'mark', 'done'],
  ['protected-structure', 'writeSheet', 'structureProtected'],
  ['read-only', 'readActiveSheet', 'done'],
  ['read-only', 'mark', 'readOnlyBook'],
  ['read-only', 'writeSheet', 'readOnlyBook'],
  ['lost-focus', 'readActiveSheet', 'done'],
  ['lost-focus', 'select', 'done'],
  ['lost-focus', 'select elsewhere', 'notFocused'],
  ['lost-focus', 'writeSheet', 'notFocused'],
  ['chart-selected', 'readActiveSheet', 'done'],
  ['chart-selected', 'select', 'chartSelected'],
  ['chart-sheet', 'readActiveSheet', 'notASheet'],
]

test.for(TABLE)('in the mood %s, %s is %s', async ([mood, asked, tag]) => {
  const book = bookOf([['甲', 1]])
  book.addWorksheet('另一张')
  await openExcel(book, { host: mood })
  const answer = await ask(asked)
  expect(answer.ok ? 'done' : answer.fault.tag).toBe(tag)
})
