import { AlignmentType, type FileChild, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlignTable, WidthType } from 'docx'
import type { Circular } from '../../shared/report/buildCircular.ts'
import { fontOf, officialDocx, officialParagraph } from './officialDocx.ts'
import { officialSize } from './officialPage.ts'
import { bodyParagraph, headingRun, titleParagraph } from './reportDocx.ts'

/** The circular as a .docx of one page on the official page, with the ranking as a table. */
export function circularDocx(circular: Circular): Promise<Uint8Array> {
  const { title, period, asOfSeq, paragraphs, rankingHeading, ranking } = circular
  const children: FileChild[] = [
    titleParagraph(title),
    officialParagraph({}),
    ...paragraphs.map(({ heading, text }) => bodyParagraph(headingRun(`${heading}：`), new TextRun(text))),
  ]
  if (ranking.length > 0) {
    const rows = [['名次', '县（市、区）', '完成率'], ...ranking.map((one) => [String(one.rank), one.name, one.score])]
    children.push(bodyParagraph(headingRun(rankingHeading)))
    children.push(
      new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: rows.map((cells, index) => tableRow(cells, index === 0)) }),
    )
    children.push(officialParagraph({}))
  }
  return officialDocx({ title, children, period, properties: { period, asOfSeq: asOfSeq === null ? '' : String(asOfSeq) } })
}

const tableRow = (cells: readonly string[], heading: boolean): TableRow =>
  new TableRow({
    tableHeader: heading,
    children: cells.map(
      (text) =>
        new TableCell({
          verticalAlign: VerticalAlignTable.CENTER,
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [new TextRun({ text, size: officialSize.table, ...fontOf(heading ? 'heading' : 'body') })],
            }),
          ],
        }),
    ),
  })
