import type { OtherFormat } from '../format/formats.ts'
import type { XlsxFault } from './fault.ts'
import type { XlsxPackage } from './xlsxPackage.ts'

/** What a zip is that has no workbook of Open XML in it: something else, or what is left of one. */
export function packageFault(files: XlsxPackage): XlsxFault {
  const openDocument = files.has('mimetype') ? OPEN_DOCUMENT.find(([word]) => files.text('mimetype')?.includes(word)) : undefined
  const known = openDocument ?? PARTS.find(([part]) => files.has(part))
  if (known) return { tag: 'otherFormat', format: known[1] }
  const isWorkbook = files.paths.some((path) => /^xl\//i.test(path))
  return isWorkbook ? { tag: 'damaged', part: 'xl/workbook.xml' } : { tag: 'otherFormat', format: 'archive' }
}

/** application/vnd.oasis.opendocument.spreadsheet */
const OPEN_DOCUMENT: readonly (readonly [string, OtherFormat])[] = [
  ['opendocument.spreadsheet', 'ods'],
  ['opendocument.text', 'document'],
  ['opendocument.presentation', 'slides'],
]

const PARTS: readonly (readonly [string, OtherFormat])[] = [
  ['xl/workbook.bin', 'xlsb'],
  ['word/document.xml', 'document'],
  ['ppt/presentation.xml', 'slides'],
  ['OFD.xml', 'pdf'],
]
