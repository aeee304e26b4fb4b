import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  type ITableOptions,
  LineRuleType,
  Paragraph,
  RelativeHorizontalPosition,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import { chineseDate } from '../../shared/quantity/dates/chineseDate.ts'
import type { Imprint } from '../../shared/report/reportDocument.ts'
import { officialParagraph } from './officialDocx.ts'
import { officialPage, officialSize } from './officialPage.ts'

const CHARACTER = officialPage.character

/**
 * 附件说明, a line below the text and two characters in: "附件：1. …" and the others below the first one's name (GB/T 9704, 7.3.4).
 * The only annex has no number. Nothing where there is none.
 */
export function annexNoteParagraphs(names: readonly string[]): readonly Paragraph[] {
  if (names.length === 0) return []
  const isOnly = names.length === 1
  const hanging = isOnly ? 3 : 4
  const lines = names.map((name, index) => {
    const number = isOnly ? '' : `${index + 1}. `
    return officialParagraph({
      keepNext: true,
      indent: { left: (2 + hanging) * CHARACTER, hanging: (index === 0 ? hanging : 1) * CHARACTER },
      children: [new TextRun(`${index === 0 ? '附件：' : ''}${number}${name}`)],
    })
  })
  return [officialParagraph({ keepNext: true }), ...lines]
}

/** 0.35 mm and 0.25 mm in eighths of a point. */
const [THICK, THIN] = [8, 6]
const LINE = { line: 440, lineRule: LineRuleType.AT_LEAST, before: 40, after: 40 } as const
const LAST_LINE = { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const
const NOTHING: Imprint = { copyTo: '', printedBy: '', printedOn: '' }
const TEXT_WIDTH = officialPage.width - officialPage.left - officialPage.right

/**
 * 版记, at the foot of the last page between thick lines (GB/T 9704, 7.4): 抄送, then who printed it and when; a line of which
 * nothing is given is left out. Word lets the table float at
 * the foot, by the low paragraph that follows; in LibreOffice 7 it stands where it is written, below the date.
 */
export function imprintBlocks({ copyTo, printedBy, printedOn }: Imprint = NOTHING): readonly FileChild[] {
  const printed = printedBy !== '' || printedOn !== ''
  const on = printedOn === '' ? '' : `${chineseDate(printedOn)}印发`
  const lines = [
    ...(copyTo === '' ? [] : [imprintLine(`抄送：${copyTo.replace(/。$/, '')}。`, 3)]),
    ...(printed ? [imprintLine(`${printedBy}\t${on}`, 0)] : []),
  ]
  if (lines.length === 0) return []
  const rows = lines.map((line) => new TableRow({ cantSplit: true, children: [new TableCell({ children: [line] })] }))
  return [new Table({ rows, ...AT_THE_FOOT }), new Paragraph({ spacing: LAST_LINE })]
}

const imprintLine = (text: string, hanging: number): Paragraph =>
  officialParagraph({
    keepNext: true,
    spacing: LINE,
    alignment: AlignmentType.LEFT,
    indent: { left: (1 + hanging) * CHARACTER, right: CHARACTER, hanging: hanging * CHARACTER },
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH - CHARACTER }],
    children: [new TextRun({ text, size: officialSize.pageNumber })],
  })

const border = (size: number) => ({ style: BorderStyle.SINGLE, size, color: 'auto' })
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** A table of the text's width that stands at the foot of the text area, whatever is above it. */
const AT_THE_FOOT: Omit<ITableOptions, 'rows'> = {
  width: { size: TEXT_WIDTH, type: WidthType.DXA },
  columnWidths: [TEXT_WIDTH],
  float: {
    horizontalAnchor: TableAnchorType.MARGIN,
    verticalAnchor: TableAnchorType.MARGIN,
    relativeHorizontalPosition: RelativeHorizontalPosition.CENTER,
    relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
  },
  borders: {
    top: border(THICK),
    bottom: border(THICK),
    left: NO_BORDER,
    right: NO_BORDER,
    insideHorizontal: border(THIN),
    insideVertical: NO_BORDER,
  },
}
