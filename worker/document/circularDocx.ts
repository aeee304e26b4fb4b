import {
  AlignmentType,
  type FileChild,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Circular } from '../../shared/report/circular/circular.ts'
import { fontOf, officialDocx } from './officialDocx.ts'
import { officialSize } from './officialPage.ts'
import { bodyParagraph, headingRun, titleParagraph } from './reportDocx.ts'

const HEADINGS = ['名次', '县（市、区）', '平均完成率'] as const
/** Widths of its columns in percent. Lines of the table, the gap below the title, and the paragraph that Word wants after the table, in twentieths of a point: so that all stays a page. */
const WIDTHS = [10, 24, 16, 10, 24, 16] as const
const TABLE_LINE = { line: 320, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const
const GAP = { line: 200, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const
const LAST_LINE = { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const

/** The circular as a .docx of one page on the official page, with the ranking as a table of two halves side by side. */
export function circularDocx(circular: Circular): Promise<Uint8Array> {
  const { title, period, paragraphs, rankingHeading, rankingText, ranking } = circular
  const children: FileChild[] = [
    titleParagraph(title),
    new Paragraph({ spacing: GAP }),
    ...paragraphs.map(({ heading, text }) => bodyParagraph(headingRun(`${heading}：`), new TextRun(text))),
    ...(rankingText === '' ? [] : [bodyParagraph(headingRun(`${rankingHeading}：`), new TextRun(rankingText))]),
  ]
  if (ranking.length > 0) {
    const cells = ranking.map((one) => [String(one.rank), one.name, one.score])
    const half = Math.ceil(cells.length / 2)
    const sideBySide = cells.slice(0, half).map((row, index) => [...row, ...(cells[half + index] ?? ['', '', ''])])
    const rows = [[...HEADINGS, ...HEADINGS], ...sideBySide]
    children.push(
      new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: rows.map((cells, index) => tableRow(cells, index === 0)) }),
    )
    children.push(new Paragraph({ spacing: LAST_LINE }))
  }
  return officialDocx({ gridless: true, title, children, period, properties: {} })
}

const tableRow = (cells: readonly string[], heading: boolean): TableRow =>
  new TableRow({
    tableHeader: heading,
    children: cells.map(
      (text, column) =>
        new TableCell({
          width: { size: WIDTHS[column] ?? 0, type: WidthType.PERCENTAGE },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              spacing: TABLE_LINE,
              children: [new TextRun({ text, size: officialSize.table, ...fontOf(heading ? 'heading' : 'body') })],
            }),
          ],
        }),
    ),
  })
