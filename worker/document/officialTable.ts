import { AlignmentType, LineRuleType, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlignTable, WidthType } from 'docx'
import { fontOf } from './officialDocx.ts'
import { officialSize } from './officialPage.ts'

export interface TableColumn {
  readonly heading: string
  /** In percent of the text's width. */
  readonly width: number
}

/** From this width on, in percent, a column holds texts, which begin at its left edge. */
const WIDE = 20
const LINE = { line: 320, lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 } as const

/** A table in the form of a document's annex: its headings come again on each page, and no row is divided between two. */
export function officialTable(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): Table {
  const headings = columns.map(({ heading }) => heading)
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [headings, ...rows].map((cells, index) => tableRow(columns, cells, index === 0)),
  })
}

const tableRow = (columns: readonly TableColumn[], cells: readonly string[], isHeading: boolean): TableRow =>
  new TableRow({
    tableHeader: isHeading,
    cantSplit: true,
    children: columns.map(
      ({ width }, column) =>
        new TableCell({
          width: { size: width, type: WidthType.PERCENTAGE },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [
            new Paragraph({
              alignment: width >= WIDE && !isHeading ? AlignmentType.LEFT : AlignmentType.CENTER,
              spacing: LINE,
              children: [new TextRun({ text: cells[column] ?? '', size: officialSize.table, ...fontOf(isHeading ? 'heading' : 'body') })],
            }),
          ],
        }),
    ),
  })
