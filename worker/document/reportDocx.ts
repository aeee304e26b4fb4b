import { AlignmentType, type FileChild, HeadingLevel, type IParagraphOptions, type Paragraph, TextRun } from 'docx'
import type { ReportBlock, ReportDocument } from '../../shared/report/reportDocument.ts'
import { addresseeParagraphs, letterheadParagraphs, signatureParagraphs } from './letterheadDocx.ts'
import { annexNoteParagraphs, imprintBlocks } from './letterheadFoot.ts'
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
    ...(letterhead ? letterheadParagraphs(letterhead, 'up') : []),
    titleParagraph(title),
    officialParagraph({}),
    ...(letterhead ? addresseeParagraphs(letterhead) : []),
    ...report.blocks.flatMap(blockParagraphs),
    ...annexNoteParagraphs(letterhead?.annexes ?? []),
    ...(letterhead ? signatureParagraphs(letterhead) : []),
    ...imprintBlocks(letterhead?.imprint),
  ]
  // a draft is told from another by the state that it was written from; what is issued carries nothing of the machine's
  const properties = letterhead ? {} : { period, asOfSeq: asOfSeq === null ? '' : String(asOfSeq) }
  return officialDocx({ title, children, date: letterhead?.date, properties })
}

/** 2号小标宋, centred; a title of several lines is broken by sense, not left with a single character. */
export const titleParagraph = (title: string): Paragraph =>
  officialParagraph({
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
    keepNext: true,
    keepLines: true,
    children: titleLines(title).map(
      (text, line) => new TextRun({ text, ...fontOf('title'), size: officialSize.title, ...(line > 0 ? { break: 1 } : {}) }),
    ),
  })

/** A paragraph of the body: 3号仿宋, justified, indented by two characters. */
export const bodyParagraph = (...runs: readonly TextRun[]): Paragraph => body(runs)

/** 一、 in 黑体, indented like the body; a heading of the first level for whoever looks for one. */
export const headingParagraph = (text: string): Paragraph =>
  body([new TextRun({ text, ...fontOf('heading') })], { heading: HeadingLevel.HEADING_1, keepNext: true, keepLines: true })

const body = (runs: readonly TextRun[], more: Exclude<IParagraphOptions, string> = {}): Paragraph =>
  officialParagraph({
    alignment: AlignmentType.BOTH,
    indent: { firstLine: 2 * officialPage.character, firstLineChars: 200 },
    children: [...runs],
    ...more,
  })

/** A task is a heading of the second level. */
const LEVEL: Readonly<Record<'task' | 'units' | 'progress', Exclude<IParagraphOptions, string>>> = {
  task: { heading: HeadingLevel.HEADING_2 },
  units: {},
  progress: {},
}
/** A task, and who is responsible, of two lines are on the page of what follows; a longer one would take half a page along. */
const KEPT_WHOLE = 54

function blockParagraphs(block: ReportBlock): readonly Paragraph[] {
  switch (block.kind) {
    case 'category':
      return [headingParagraph(block.text)]
    case 'opening':
    case 'source':
      return [bodyParagraph(new TextRun(block.text))]
    case 'task':
    case 'units':
    case 'progress': {
      const label = new TextRun({ text: block.label, ...fontOf('subheading') })
      const [first = '', ...others] = block.paragraphs
      const isShort = block.label.length + first.length <= KEPT_WHOLE
      return [
        body([label, new TextRun(first)], { ...LEVEL[block.kind], keepNext: isShort && block.kind !== 'progress' }),
        ...others.map((text) => bodyParagraph(new TextRun(text))),
      ]
    }
  }
}
