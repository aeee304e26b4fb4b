import { fileFaultWords } from '../../../shared/grid/files/fileFaultWords.ts'
import type { FileTexts } from './fileTexts.ts'

const encodings: FileTexts['encodings'] = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16（Unicode 文本）',
  'utf-16be': 'UTF-16（高位在前）',
  gbk: 'GBK（ANSI）',
  gb18030: 'GB 18030',
}

/** What is said of files, in Chinese. */
export const fileZhCN: FileTexts = {
  fault: fileFaultWords,
  encodings,
  notWritten: (fault, encoding) =>
    fault.tag === 'damagedText'
      ? '文件里有读不出的字节，不能原样保存。请另存为 .xlsx。'
      : `没有保存：单元格 ${fault.cell} 里的“${fault.character}”在这个文件的编码 ${encodings[encoding]}里没有。请换一个写法，或另存为 .xlsx。`,
}
