import { expect, test } from 'vitest'
import { type Evidence, explain, NO_EVIDENCE } from '../../../../addin/excel/host/explain.ts'
import { OPERATIONS, type Operation, type RefusalTag } from '../../../../addin/ports/workbookFault.ts'

type Row = readonly [during: Operation, code: string, evidence: Partial<Evidence>, tag: RefusalTag]

const TABLE: readonly Row[] = [
  ['read', 'InvalidOperationInCellEditMode', {}, 'cellEditing'],
  ['write', 'InactiveWorkbook', {}, 'notFocused'],
  ['read', 'UnsupportedSheet', {}, 'notASheet'],
  ['select', 'ItemNotFound', {}, 'sheetGone'],
  ['read', 'ResponsePayloadSizeLimitExceeded', {}, 'tooLarge'],
  ['write', 'RequestPayloadSizeLimitExceeded', {}, 'tooLarge'],
  ['write', 'MergedRangeConflict', {}, 'inTheWay'],
  ['read', 'ServiceNotAvailable', {}, 'disconnected'],
  ['write', 'MemoryLimitReached', {}, 'outOfMemory'],
  ['mark', 'ApiNotFound', {}, 'unsupported'],
  // A code that says one thing is believed whatever else is the case.
  ['write', 'MergedRangeConflict', { readOnly: true }, 'inTheWay'],
  // GeneralException and AccessDenied say nothing: what the workbook says of itself decides.
  ['mark', 'GeneralException', { editing: true, sheetProtected: true }, 'cellEditing'],
  ['mark', 'AccessDenied', { readOnly: true, sheetProtected: true }, 'readOnlyBook'],
  ['remember', 'AccessDenied', { readOnly: true }, 'readOnlyBook'],
  ['mark', 'AccessDenied', { sheetProtected: true }, 'protected'],
  ['mark', 'GeneralException', { sheetProtected: true }, 'protected'],
  ['write', 'AccessDenied', { structureProtected: true }, 'structureProtected'],
  ['write', 'InvalidOperation', { structureProtected: true }, 'structureProtected'],
  ['write', 'AccessDenied', {}, 'notAllowed'],
  // Protection hinders neither reading nor looking, and the structure nothing but sheets.
  ['read', 'AccessDenied', { readOnly: true, sheetProtected: true, structureProtected: true }, 'notAllowed'],
  ['mark', 'AccessDenied', { structureProtected: true }, 'notAllowed'],
  ['remember', 'AccessDenied', { sheetProtected: true }, 'notAllowed'],
  ['select', 'InvalidSelection', {}, 'chartSelected'],
  ['select', 'GeneralException', { noCell: true }, 'chartSelected'],
  ['select', 'InvalidSelection', { focused: false }, 'notFocused'],
  ['select', 'GeneralException', {}, 'notFocused'],
  ['write', 'GeneralException', {}, 'notFocused'],
  ['mark', 'GeneralException', { focused: false }, 'notFocused'],
  ['mark', 'GeneralException', {}, 'host'],
  ['read', 'GeneralException', {}, 'host'],
  ['write', 'SomethingNew', {}, 'host'],
]

test.for(TABLE)('%s, %s, %j: %s', ([during, code, evidence, tag]) => {
  expect(explain(during, code, { ...NO_EVIDENCE, ...evidence })).toBe(tag)
})

test('a code of its own is explained the same whatever was asked', () => {
  for (const during of OPERATIONS) expect(explain(during, 'UnsupportedSheet', NO_EVIDENCE)).toBe('notASheet')
})
