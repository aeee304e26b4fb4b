import type { OtherFormat } from '../format/formats.ts'
import type { XlsxPackage } from './xlsxPackage.ts'

/** What a zip is that has no workbook of Open XML in it. */
export function packageFormat(files: XlsxPackage): OtherFormat {
  if (files.has('xl/workbook.bin')) return 'xlsb'
  const open = files.has('mimetype') ? OPEN_DOCUMENT.find(([word]) => files.text('mimetype')?.includes(word)) : undefined
  if (open) return open[1]
  return PARTS.find(([part]) => files.has(part))?.[1] ?? 'archive'
}

/** application/vnd.oasis.opendocument.spreadsheet */
const OPEN_DOCUMENT: readonly (readonly [string, OtherFormat])[] = [
  ['opendocument.spreadsheet', 'ods'],
  ['opendocument.text', 'document'],
  ['opendocument.presentation', 'slides'],
]

const PARTS: readonly (readonly [string, OtherFormat])[] = [
  ['word/document.xml', 'document'],
  ['ppt/presentation.xml', 'slides'],
  ['OFD.xml', 'pdf'],
]
