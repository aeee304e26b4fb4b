import type { NoSheetFormat } from '../format/formats.ts'
import type { FileFault } from './fileFault.ts'

/** What a file is that holds no sheets, and what to do. */
const FORMATS: Readonly<Record<NoSheetFormat, string>> = {
  document: '这是文字文档（Word 或 WPS 文字），不是表格。请把里面的表格复制到 Excel 或 WPS 表格中，另存为 .xlsx。',
  slides: '这是演示文稿，不是表格。请打开存有填报表的表格文件。',
  pdf: '这是版式文件（PDF 或 OFD），读不出表格。请使用它的 Excel 或 WPS 表格原文件。',
  picture: '这是图片，读不出表格。请使用 Excel 或 WPS 表格的原文件。',
  archive: '这是压缩包。请先解压，再打开里面的表格文件。',
  compound: '文件里没有找到工作簿，可能已损坏。请在 Excel 或 WPS 表格中打开，另存为 .xlsx；打不开的，请重新索取。',
  unknown: '认不出这是什么文件。请使用 Excel 或 WPS 表格保存的文件。',
}

const OTHERS: Readonly<Record<Exclude<FileFault['tag'], 'otherFormat'>, string>> = {
  emptyFile: '文件是空的，里面什么也没有，可能没有传完。请重新保存一份，或重新索取。',
  encrypted: '文件设有密码或已加密，打不开。请在打得开它的电脑上取消密码（解密），再保存一份。',
  damaged: '文件已损坏，读不完整。请在 Excel 或 WPS 表格中打开，另存一份；打不开的，请重新索取。',
  tooLarge: '文件内容太多，不像填报表。请把要报的工作表单独另存为 .xlsx。',
  noSheet: '文件里没有表格。请打开存有填报表的那个文件。',
  encodingUnclear: '认不准这个文本文件的编码。请从几种读法里选文字正确的一种。',
}

/** Why a file cannot be read, in Chinese: what it is, and what to do. Never a code. */
export const fileFaultWords = (fault: FileFault): string => (fault.tag === 'otherFormat' ? FORMATS[fault.format] : OTHERS[fault.tag])
