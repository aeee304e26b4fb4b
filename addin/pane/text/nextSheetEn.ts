import type { NextSheetTexts } from './nextSheetTexts.ts'

/** Next month's sheet in English. */
export const nextSheetEn: NextSheetTexts = {
  title: (period) => `Sheet for ${period}`,
  lead: (name) =>
    `Makes a copy “${name}” of this sheet, with its widths, fills, formulas and comments. This sheet is not changed. In the new one:`,
  changed: 'The sheet was changed just now. This is what it would be by its present content: please look again.',
  carried: (count, cells) => `${count} cells hold this month’s cumulative figures: ${cells}`,
  cleared: (count, cells) => `${count} cells are emptied for next month: ${cells}`,
  reworded: (cell, before, after) => `${cell}: “${before}” becomes “${after}”`,
  nothingReworded: 'No title or heading names a month or a day.',
  stays: 'Everything else is copied as it is; cells with formulas stay.',
  make: 'Make the sheet',
  cancel: 'Cancel',
  made: (name, period) => `The sheet “${name}” is there. Fill it in for ${period}, and check it then.`,
  separator: ', ',
}
