import { AlignmentType, BorderStyle, LineRuleType, type Paragraph, TabStopType, TextRun } from 'docx'
import { chineseDate } from '../../shared/quantity/dates/chineseDate.ts'
import type { Letterhead } from '../../shared/report/reportDocument.ts'
import { fontOf, officialParagraph } from './officialDocx.ts'
import { officialPage, officialSize } from './officialPage.ts'
import { widthOf } from './titleLines.ts'

const RED = 'FF0000'
/** 4 mm from 发文字号 to the red line, less what its own line has below the letters. */
const BELOW_NUMBER = { line: officialPage.linePitch, lineRule: LineRuleType.EXACT, before: 120, after: 0 } as const
/** What nobody gave is left to be written by hand: room for it, and the words around it. */
const BLANK = { issuer: '　　　　　　', documentNo: '　　〔　　　　〕　　号', day: '　　　　年　　月　　日' } as const
const TEXT_WIDTH = officialPage.width - officialPage.left - officialPage.right

/**
 * 版头: the issuer in red, and the red line. A document to a higher office has 发文字号 left and 签发人 right, one character in;
 * one to lower offices has 发文字号 in the middle and no 签发人 (GB/T 9704, 7.2.5 and 7.2.6).
 */
export function letterheadParagraphs({ issuer: given, documentNo, signatory }: Letterhead, goes: 'up' | 'down'): readonly Paragraph[] {
  const issuer = given || BLANK.issuer
  return [
    officialParagraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 0, after: 0 },
      children: [new TextRun({ text: `${issuer}文件`, ...fontOf('title'), size: issuerSize(issuer), color: RED })],
    }),
    officialParagraph({}),
    officialParagraph({}),
    officialParagraph({
      ...(goes === 'up' ? atBothEdges : { alignment: AlignmentType.CENTER }),
      children: [
        new TextRun(documentNo || BLANK.documentNo),
        ...(goes === 'up' ? [new TextRun('\t签发人：'), new TextRun({ text: signatory, ...fontOf('subheading') })] : []),
      ],
    }),
    // as wide as the text, whatever is indented above it
    officialParagraph({ spacing: BELOW_NUMBER, border: { top: { style: BorderStyle.SINGLE, size: 12, space: 1, color: RED } } }),
    officialParagraph({}),
  ]
}

const atBothEdges = {
  indent: { left: officialPage.character, right: officialPage.character },
  tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH - officialPage.character }],
}

/** 主送机关, at the left edge. */
export const addresseeParagraphs = ({ addressee }: Letterhead): readonly Paragraph[] => [
  officialParagraph({ keepNext: true, children: [new TextRun(`${addressee || '　　　　　　'}：`)] }),
]

/** In half points: as large as leaves the issuer on one line. */
const issuerSize = (issuer: string): number => Math.min(officialSize.issuer, Math.floor(TEXT_WIDTH / 10 / (widthOf(issuer) + 2)))

/**
 * Signature and date of a document without a seal: the issuer two characters from the right, the date beginning two
 * characters after it; a longer date takes the two characters itself (GB/T 9704, 7.3.5).
 */
export function signatureParagraphs({ issuer: given, date }: Letterhead): readonly Paragraph[] {
  const issuer = given || BLANK.issuer
  const day = date === '' ? BLANK.day : chineseDate(date)
  const ofIssuer = 2 + Math.max(0, widthOf(day) + 2 - widthOf(issuer))
  const ofDate = Math.max(2, ofIssuer + widthOf(issuer) - 2 - widthOf(day))
  const line = (text: string, characters: number) =>
    officialParagraph({
      keepNext: true,
      alignment: AlignmentType.RIGHT,
      indent: { right: Math.round(characters * officialPage.character) },
      children: [new TextRun(text)],
    })
  return [officialParagraph({ keepNext: true }), line(issuer, ofIssuer), line(day, ofDate)]
}
