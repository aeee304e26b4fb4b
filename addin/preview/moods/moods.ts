import type { Mood, MoodTarget } from '../richapi/mood.ts'
import { deletedSheet, editWhileWriting, renamedSheet } from './betweenActs.ts'
import { indexedDbDenied, indexedDbFull, indexedDbUnanswered, localStorageDenied, localStorageFull, officeMissing } from './browser.ts'
import { filteredRows } from './filteredRows.ts'
import { hangingRead, hangingWrite } from './hanging.ts'
import { filtered, tables } from './madeOfSheets.ts'
import { chartSelected, chartSheet, lostFocus, lostView, protectedSheets, protectedStructure, readOnlyBook } from './refusals.ts'
import { settingsLost } from './settingsLost.ts'
import { unreadableFormat } from './unreadableFormat.ts'

/** A mood of Excel that the stand-in can have. */
interface MoodRow {
  /** What Excel, or the browser around the pane, does. */
  readonly excel: string
  /** What fails by it, and until when. */
  readonly fails: string
  /** The code of Office.js, or the name of the browser's error; none where nothing says that anything failed. */
  readonly code?: string
  /** One of those under which the main way must go all the same: `strict` is all of these at once. */
  readonly strict?: true
  readonly begin: (target: MoodTarget) => Mood
}

/** The ExcelApi of the oldest Excel that the add-in runs on. */
const OLDEST_API = '1.14'

/** Every mood, by its name in the address of the preview. docs/preview.md has the same table for people. */
export const MOODS = {
  'open-edit': {
    excel: 'A click on the pane does not end the edit of a cell.',
    fails: 'every batch, until Enter or Escape',
    code: 'InvalidOperationInCellEditMode',
    strict: true,
    begin: () => ({ keepsEdit: true }),
  },
  'edit-while-writing': {
    excel: 'The person begins to edit a cell while the add-in writes.',
    fails: 'every batch after the first that wrote, until Enter or Escape',
    code: 'InvalidOperationInCellEditMode',
    begin: editWhileWriting,
  },
  'lost-view': {
    excel: 'The window is not the one that listens; freezing fails at times without a reason.',
    fails: 'activate, freeze, unfreeze, and select on a sheet that is not shown',
    code: 'GeneralException',
    strict: true,
    begin: lostView,
  },
  'lost-focus': {
    excel: 'Another workbook has the focus.',
    fails: 'as lost-view, and adding a sheet, until a cell is selected',
    code: 'GeneralException',
    begin: lostFocus,
  },
  'chart-selected': {
    excel: 'A chart or a shape is selected.',
    fails: 'merge, select and delete of ranges, until a cell is selected',
    code: 'InvalidSelection',
    begin: chartSelected,
  },
  'chart-sheet': {
    excel: 'A chart sheet is shown.',
    fails: 'the active worksheet and the selection, until another sheet is shown',
    code: 'UnsupportedSheet',
    begin: chartSheet,
  },
  'protected-sheet': {
    excel: 'The sheets are protected.',
    fails: 'every write into one of them; the person’s too',
    code: 'AccessDenied',
    begin: protectedSheets,
  },
  'protected-structure': {
    excel: 'The structure of the workbook is protected.',
    fails: 'adding, renaming, moving, hiding and deleting sheets',
    code: 'AccessDenied',
    begin: protectedStructure,
  },
  'read-only': {
    excel: 'The workbook is open for reading only.',
    fails: 'every write, settings included; the person’s too',
    code: 'AccessDenied',
    begin: readOnlyBook,
  },
  filter: {
    excel: 'Rows are filtered out.',
    fails: 'several rows of values written over such rows land in the shown ones, one after the other',
    strict: true,
    begin: () => filteredRows,
  },
  filtered: {
    excel: 'The person has filtered each sheet: a value of its first column is left out.',
    fails: 'as filter; a cell of a row that is left out is nowhere to be seen',
    begin: filtered,
  },
  table: {
    excel: 'The person has made a table of each sheet, title and all (Ctrl+T): merged cells came apart, empty headings are 列2, 列3.',
    fails: 'merging cells of a table, and moving a part of its rows or columns',
    code: 'InvalidOperation',
    begin: tables,
  },
  'unreadable-format': {
    excel: 'Each sheet has a conditional format that cannot be read, as after an undo or in a copied sheet.',
    fails: 'loading it, alone or with others, ends the whole batch',
    code: 'GeneralException',
    strict: true,
    begin: unreadableFormat,
  },
  'settings-lost': {
    excel: 'Settings of the workbook are not saved.',
    fails: 'what was added is not there any more after the batch',
    strict: true,
    begin: settingsLost,
  },
  'no-undo': {
    excel: 'Excel 2021: ExcelApi 1.14, whatever `api` says.',
    fails: 'the person’s undo stack ends with every write of the add-in',
    strict: true,
    begin: () => ({ api: OLDEST_API }),
  },
  renamed: {
    excel: 'The person renames the sheet between two acts.',
    fails: 'nothing of that name is there any more when the sheet that was read is next written or shown',
    begin: renamedSheet,
  },
  deleted: {
    excel: 'The person deletes the sheet between two acts.',
    fails: 'the sheet that was read is not there any more when it is next written or shown',
    begin: deletedSheet,
  },
  'no-events': {
    excel: 'Events do not come.',
    fails: 'no edit and no other sheet is told',
    begin: () => ({ mute: true }),
  },
  'no-answer': {
    excel: 'Excel does not answer office.js on opening.',
    fails: 'Office.onReady, for ever',
    begin: () => ({ neverAnswers: true }),
  },
  'hanging-read': {
    excel: 'A sync hangs for ever.',
    fails: 'the first that asks for values',
    begin: hangingRead,
  },
  'hanging-write': {
    excel: 'A sync hangs for ever, and its work takes effect later.',
    fails: 'the first that writes; a minute later it is done all the same',
    begin: hangingWrite,
  },
  'office-missing': {
    excel: 'office.js cannot be fetched.',
    fails: 'there is no `Office`',
    begin: officeMissing,
  },
  'indexeddb-denied': { excel: 'The browser refuses databases.', fails: 'opening one', code: 'SecurityError', begin: indexedDbDenied },
  'indexeddb-no-answer': { excel: 'The browser’s database never answers.', fails: 'opening one, for ever', begin: indexedDbUnanswered },
  'indexeddb-full': {
    excel: 'The disk is full.',
    fails: 'what is put into a database: its transaction ends',
    code: 'AbortError',
    begin: indexedDbFull,
  },
  'localstorage-denied': {
    excel: 'The browser refuses Web Storage to frames.',
    fails: 'touching `localStorage`',
    code: 'SecurityError',
    begin: localStorageDenied,
  },
  'localstorage-full': {
    excel: 'Web Storage is full.',
    fails: 'storing anything; reading goes',
    code: 'QuotaExceededError',
    begin: localStorageFull,
  },
} as const satisfies Readonly<Record<string, MoodRow>>

export type MoodName = keyof typeof MOODS
