import { expect, test } from 'vitest'
import type { FindingCode, Severity } from '../../../shared/finding/finding.ts'
import { heldOf } from '../../../shared/finding/heldOf.ts'

test.each<[string, Severity, readonly FindingCode[], ReturnType<typeof heldOf>]>([
  ['each keeps its figure back', 'error', ['CELL_ERROR', 'UNIT_MISMATCH'], 'all'],
  ['one goes in any case', 'error', ['CELL_ERROR', 'MILESTONE_OVERDUE'], 'some'],
  // A late step and a total that does not add up keep nothing back: no lead may say so.
  ['all go in any case', 'error', ['MILESTONE_OVERDUE', 'SUM_MISMATCH'], 'none'],
  ['each waits for a reason', 'warning', ['JUMP_SUSPECT'], 'all'],
  ['one waits for a reason', 'warning', ['JUMP_SUSPECT', 'STEP_MISMATCH'], 'some'],
  ['the sheet is another unit’s', 'warning', ['JUMP_SUSPECT', 'SHEET_OF_OTHER_UNIT'], 'sheet'],
  // Whatever the code: a note only tells.
  ['a note', 'info', ['SHEET_OF_OTHER_UNIT'], 'all'],
])('%s', (_, severity, codes, held) => {
  expect(
    heldOf(
      severity,
      codes.map((code) => ({ code, severity })),
    ),
  ).toBe(held)
})
