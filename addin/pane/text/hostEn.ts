import type { HostTexts } from './hostTexts.ts'

/** What Excel refuses, in English. */
export const hostEn: HostTexts = {
  sentence: (why, outcome) => `${why}: ${outcome}.`,
  outcomes: {
    read: 'the sheet was not read',
    mark: 'the marks in the sheet were not changed; the findings stand',
    select: 'the cell was not shown',
    write: 'the sheet was not written',
    remember: 'your choice was not stored in the workbook and holds until the pane is closed',
    set: 'the setting was not stored in the workbook',
  },
  late: {
    read: 'The sheet is as it was. Close Excel’s dialogs, press Enter if a cell is being edited, and try again.',
    mark: 'The marks may still appear. Close Excel’s dialogs, wait a minute and try again.',
    select: 'Excel may still go there; if it is urgent, find the cell yourself.',
    write: 'It may still be written. Wait a minute, look whether the workbook has it, then press again.',
    remember: 'It may still be stored; if you are asked again next time, please choose again.',
    set: 'It may still be stored; open the pane again to see.',
  },
  noAnswer: 'Excel does not answer',
  refusals: {
    cellEditing: { why: 'A cell is being edited', todo: 'Press Enter and try again.' },
    protected: { why: 'The sheet‹ “{sheet}”› is protected', todo: 'Lift the protection (Review → Unprotect Sheet) and try again.' },
    structureProtected: {
      why: 'The structure of the workbook is protected',
      todo: 'Lift the protection (Review → Protect Workbook) and try again.',
    },
    readOnlyBook: { why: 'The workbook is open for reading only', todo: 'Press Enable Editing, or save a copy and try again there.' },
    notFocused: { why: 'This workbook may not be in front', todo: 'Come back to it, click any cell, and try again.' },
    chartSelected: { why: 'A chart or a shape is selected', todo: 'Click any cell and try again.' },
    notASheet: { why: 'A chart sheet is shown, which has no cells', todo: 'Switch to the sheet you mean and try again.' },
    sheetGone: { why: 'The sheet‹ “{sheet}”› is no longer in this workbook', todo: 'Open the sheet to report and check again.' },
    cellHidden: {
      why: 'Its row or column is filtered out or hidden',
      todo: 'Clear the filter (Data → Clear) or unhide it, then click again. What is checked and sent is the same: hidden rows and columns are read.',
    },
    tooLarge: {
      why: 'It is too much for Excel at once',
      todo: 'Delete unused rows and columns, or save the sheet as a file of its own, and try again.',
    },
    rowsMoved: { why: 'Somebody changes the sheet‹ “{sheet}”› while it is being written', todo: 'Leave it alone for a moment.' },
    inTheWay: {
      why: 'Merged cells, a filter, a table or a pivot table are in the way',
      todo: 'Clear the filter, unmerge what is in the way, and try again.',
    },
    disconnected: {
      why: 'Excel has lost its server, or is busy',
      todo: 'Check the connection, wait until Excel says Saved, and try again.',
    },
    outOfMemory: { why: 'Excel has no memory left', todo: 'Save, close other workbooks, and try again.' },
    unsupported: {
      why: 'This Excel lacks what is needed',
      todo: 'Update Excel, or open the same file in Excel on the web.',
    },
    notAllowed: {
      why: 'This file does not let add-ins act',
      todo: 'It may be in Protected View or have restricted rights: press Enable Editing, or save a copy and try again.',
    },
    notAsWritten: {
      why: 'What was read back is not what was written',
      todo: 'See whether somebody or another add-in is changing the workbook, and try again.',
    },
    nameTaken: { why: 'All names for the sheet are taken', todo: 'Delete or rename sheets you no longer need, and try again.' },
    partMissing: {
      why: 'The part that writes sheets could not be fetched (no connection, or the server was renewed)',
      todo: 'Check the connection and try again; if it does not help, close the pane and open it again.',
    },
    deviceForgets: {
      why: 'The browser on this computer keeps nothing',
      todo: 'Check and send before you close this page; next time choose again.',
    },
    noFile: { why: 'No file is open', todo: 'Press Open a file, or drop one on the page.' },
    notStored: {
      why: 'The workbook did not keep it',
      todo: 'To keep it, save a copy of the file and choose again there.',
    },
    host: {
      why: 'Excel failed inside',
      todo: 'Save the file, click any cell and try again; if it does not help, close Excel and open it again.',
    },
  },
}
