import { fail, ok } from '../../../shared/base/result.ts'
import type { Workbook } from '../../ports/workbook.ts'
import type { Operation, WorkbookFault } from '../../ports/workbookFault.ts'

const noFile = (during: Operation) => fail({ tag: 'noFile', during } satisfies WorkbookFault)
const nothing = () => () => undefined

/** The workbook of a page on which no file is open yet. */
export const noWorkbook: Workbook = {
  capabilities: { supported: true, conditionalFormats: true, opensPane: false, copiesSheets: false, keepsUndo: true },
  readActiveSheet: async () => noFile('read'),
  readSheet: async () => noFile('read'),
  select: async () => noFile('select'),
  mark: async () => noFile('mark'),
  unmark: async () => ok({ sheets: [], protected: [], unread: 0 }),
  writeSheet: async () => noFile('write'),
  opensPane: () => false,
  setOpensPane: async () => noFile('set'),
  readOwnSheet: async () => noFile('write'),
  changeSheet: async () => noFile('write'),
  copySheet: async () => noFile('write'),
  onEdited: nothing,
  onActivated: nothing,
  onDeleted: nothing,
}
