import { AlignmentType, type FileChild, type Paragraph, TextRun } from 'docx'
import type { ReportBlock, ReportDocument } from '../../shared/report/reportDocument.ts'
import { letterheadParagraphs, signatureParagraphs } from './letterheadDocx.ts'
import { fontOf, officialDocx, officialParagraph } from './officialDocx.ts'
import { officialPage, officialSize } from './officialPage.ts'
import { titleLines } from './titleLines.ts'

/**
 * The report as a .docx in the form of GB/T 9704: a working report, or with a letterhead a formal one. There is nothing in it
 * that a reader does not see: where its numbers come from is a sheet of the workbook. The same document gives the same bytes.
 */
export function reportDocx(report: ReportDocument): Promise<Uint8Array> {
  const { letterhead, title, period, asOfSeq } = report
  const children: FileChild[] = [
    ...(letterhead ? letterheadParagraphs(letterhead) : []),
    titleParagraph(title),
    officialParagraph({}),
    ...(letterhead ? [officialParagraph({ children: [new TextRun(`${letterhead.addressee || '　　　　　　'}：`)] })] : []),
    ...report.blocks.flatMap(blockParagraphs),
    ...(letterhead ? signatureParagraphs(letterhead) : []),
  ]
  // a draft is told from another by the state that it was written from; what is issued carries nothing of the machine's
  const properties = letterhead ? {} : { period, asOfSeq: asOfSeq === null ? '' : String(asOfSeq) }
  return officialDocx({ title, children, period, properties })
}

/** 2号小标宋, centred; a title of several lines is broken by sense, not left with a single character. */
export const titleParagraph = (title: string): Paragraph =>
  officialParagraph({
    alignment: AlignmentType.CENTER,
    children: titleLines(title).map(
      (text, line) => new TextRun({ text, ...fontOf('title'), size: officialSize.title, ...(line > 0 ? { break: 1 } : {}) }),
    ),
  })

/** A paragraph of the body: 3号仿宋, justified, indented by two characters. */
export const bodyParagraph = (...runs: readonly TextRun[]): Paragraph =>
  officialParagraph({
    alignment: AlignmentType.BOTH,
    indent: { firstLine: 2 * officialPage.character, firstLineChars: 200 },
    children: [...runs],
  })

/** 一、 in 黑体, indented like the body. */
export const headingRun = (text: string): TextRun => new TextRun({ text, ...fontOf('heading') })

function blockParagraphs(block: ReportBlock): readonly Paragraph[] {
  switch (block.kind) {
    case 'category':
      return [bodyParagraph(headingRun(block.text))]
    case 'opening':
    case 'source':
      return [bodyParagraph(new TextRun(block.text))]
    case 'task':
    case 'units':
    case 'progress': {
      const label = new TextRun({ text: block.label, ...fontOf('subheading') })
      const [first = '', ...others] = block.paragraphs
      return [bodyParagraph(label, new TextRun(first)), ...others.map((text) => bodyParagraph(new TextRun(text)))]
    }
  }
}
