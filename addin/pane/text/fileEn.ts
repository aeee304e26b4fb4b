import type { FileFault } from '../../../shared/grid/files/fileFault.ts'
import type { NoSheetFormat } from '../../../shared/grid/format/formats.ts'
import type { FileTexts } from './fileTexts.ts'

const FORMATS: Readonly<Record<NoSheetFormat, string>> = {
  document:
    'This is a text document (Word or WPS Writer), not a sheet. Copy its table into Excel or WPS Spreadsheets and save it as .xlsx.',
  slides: 'This is a presentation, not a sheet. Open the file that holds the sheet to be reported.',
  pdf: 'These are pages as they are printed (PDF or OFD), of which no sheet can be read. Use the Excel or WPS file that they were made from.',
  picture: 'This is a picture, of which no sheet can be read. Use the original Excel or WPS file.',
  archive: 'This is a compressed archive. Unpack it and open the sheet that is in it.',
  compound: 'No workbook is found in this file; it may be damaged. Open it in Excel or WPS and save it as .xlsx, or ask for it again.',
  unknown: 'It is not known what this file is. Use a file that Excel or WPS saved.',
}

const OTHERS: Readonly<Record<Exclude<FileFault['tag'], 'otherFormat'>, string>> = {
  emptyFile: 'The file is empty; it may not have arrived whole. Save it again, or ask for it again.',
  encrypted: 'The file has a password or is encrypted. Take the password off where it can be opened, and save it again.',
  damaged: 'The file is damaged. Open it in Excel or WPS and save it again, or ask for it again.',
  tooLarge: 'The file holds more than a sheet to be reported does. Save the sheet alone as .xlsx.',
  noSheet: 'There is no sheet in this file. Open the one that holds the sheet to be reported.',
  encodingUnclear: 'The encoding of this text file is not certain. Choose the way in which its words read right.',
}

const encodings: FileTexts['encodings'] = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 (high byte first)',
  gbk: 'GBK (ANSI of Chinese Windows)',
  gb18030: 'GB 18030',
}

/** What is said of files, in English. */
export const fileEn: FileTexts = {
  fault: (fault) => (fault.tag === 'otherFormat' ? FORMATS[fault.format] : OTHERS[fault.tag]),
  encodings,
  notWritten: (fault, encoding) =>
    fault.tag === 'damagedText'
      ? 'The file has bytes that mean nothing, and cannot be saved as it was. Save it as .xlsx.'
      : `Not saved: “${fault.character}” in cell ${fault.cell} does not exist in the file’s encoding (${encodings[encoding]}). Write it otherwise, or save the file as .xlsx.`,
}
