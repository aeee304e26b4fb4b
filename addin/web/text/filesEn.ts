import { fileEn } from '../../pane/text/fileEn.ts'
import type { FilesTexts } from './filesTexts.ts'

/** The page in English. */
export const filesEn: FilesTexts = {
  language: 'en',
  name: 'Livelihood projects progress',
  open: 'Open a file',
  save: 'Save',
  saveByDownload: 'Save (download)',
  saveBeside: 'Save as .xlsx',
  download: 'Download a copy',
  withMarks: 'Save with the marks',
  kind: 'Spreadsheets',
  states: { saved: 'No unsaved changes', changed: 'Unsaved changes', saving: 'Saving…' },
  empty: {
    lead: 'Drop the sheet that you report from here, or press Open a file.',
    formats: 'Opens .xlsx, .xls, .et, .ods and .csv files.',
    privacy: 'The file is opened and checked on this computer and not uploaded; figures leave it when you confirm sending.',
    drop: 'Let go to open this file',
  },
  opening: 'Opening…',
  sheet: 'Sheet',
  pane: 'Check and report',
  keys: 'F6 goes between sheet and pane',
  notices: {
    notOpened: (name, why) => `“${name}” cannot be opened: ${why}`,
    notRead: (name) => `“${name}” could not be read: it may have been moved, renamed or locked by another program. Open it again.`,
    notMade:
      'Not saved: no file could be made, which is an error of ours; the original is unchanged. Send this file to the supervision office.',
    encodingUnclear: 'It is not certain how this text file stores its characters. Which of these reads right?',
    savesBeside: (name) =>
      `Files of this kind are not written; the original stays, and “${name}” is saved beside it: with values, formulas, number formats, merged cells and hidden rows, without fonts, colours, borders, comments, charts, pictures, filters, print settings and macros.`,
    notFetched: 'The part that opens files could not be fetched. Check the network and try again.',
    changedElsewhere: 'The file was changed elsewhere (saved in WPS, say). What is shown here is what it was before.',
    changedBoth:
      'The file was changed elsewhere, and there are unsaved changes here. Reading it again loses these; download a copy to keep both.',
    wouldOverwrite: 'Not saved: the file was changed elsewhere, and saving now would overwrite that.',
    notAllowed: 'Not saved: the browser was not allowed to write this file. Press Save again and allow it, or download a copy.',
    notWritten: 'Not saved: the file may be open in WPS or Excel, or was moved. Close it there and save again, or download a copy.',
    downloaded: (name) => `“${name}” was downloaded to your browser’s folder; the original file is unchanged.`,
    lost: (what) => `The saved file lacks these parts of the original: ${what}.`,
    uncomputed: (cells, count) =>
      `${count} formula(s) cannot be computed here (${cells}) and show what they were when the file was opened. Check these cells; Excel and WPS compute them when they open the saved file.`,
    unsaved: 'There are unsaved changes, which opening another file loses.',
  },
  acts: {
    reread: 'Read again and check',
    keep: 'Not now',
    overwrite: 'Save anyway',
    saveAnyway: 'Save anyway',
    discard: 'Open without saving',
    cancel: 'Cancel',
    dismiss: 'OK',
    retry: 'Retry',
  },
  file: fileEn,
  separator: ', ',
}
