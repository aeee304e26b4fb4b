import { type FileChild, LineRuleType, Paragraph, TextRun } from 'docx'
import type { Annex, Circular } from '../../shared/report/circular/circular.ts'
import { addresseeParagraphs, letterheadParagraphs, signatureParagraphs } from './letterheadDocx.ts'
import { annexNoteParagraphs, imprintBlocks } from './letterheadFoot.ts'
import { fontOf, officialDocx, officialParagraph } from './officialDocx.ts'
import { officialTable } from './officialTable.ts'
import { bodyParagraph, headingParagraph, titleParagraph } from './reportDocx.ts'

/** The ranking in two halves side by side. */
const HALF = [
  { heading: '名次', width: 10 },
  { heading: '县（市、区）', width: 22 },
  { heading: '平均完成率', width: 18 },
] as const
/** The paragraph that Word wants after a table, as low as it can be. */
const LAST_LINE = { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const

/**
 * The circular as a .docx on the official page: a draft, or with a letterhead one to be issued. Everything that is behind and
 * all lights are tables on pages of their own.
 */
export function circularDocx(circular: Circular): Promise<Uint8Array> {
  const { letterhead, title, annexes } = circular
  const children: FileChild[] = [
    ...(letterhead ? letterheadParagraphs(letterhead, 'down') : []),
    titleParagraph(title),
    officialParagraph({}),
    ...(letterhead ? addresseeParagraphs(letterhead) : []),
    ...textOf(circular),
    ...annexNoteParagraphs([...annexes.map((annex) => annex.title), ...(letterhead?.annexes ?? [])]),
    ...(letterhead ? signatureParagraphs(letterhead) : []),
    ...annexes.flatMap((annex, index) =>
      annexPages(annex, annexes.length + (letterhead?.annexes?.length ?? 0) === 1 ? '' : `${index + 1}`),
    ),
    ...imprintBlocks(letterhead?.imprint),
  ]
  return officialDocx({ gridless: true, title, children, date: letterhead?.date, properties: {} })
}

function textOf({ lead, paragraphs, rankingHeading, rankingText, ranking, demandsHeading, demands }: Circular): readonly FileChild[] {
  const plain = (text: string) => bodyParagraph(new TextRun(text))
  return [
    ...lead.map(plain),
    ...paragraphs.flatMap(({ heading, text }) => [headingParagraph(heading), plain(text)]),
    ...(rankingText === '' ? [] : [headingParagraph(rankingHeading), plain(rankingText)]),
    ...rankingTable(ranking),
    ...(demands.length === 0 ? [] : [headingParagraph(demandsHeading), ...demands.map(plain)]),
  ]
}

function rankingTable(ranking: Circular['ranking']): readonly FileChild[] {
  if (ranking.length === 0) return []
  const cells = ranking.map((one) => [String(one.rank), one.name, one.score])
  const half = Math.ceil(cells.length / 2)
  const rows = cells.slice(0, half).map((row, index) => [...row, ...(cells[half + index] ?? ['', '', ''])])
  return [officialTable([...HALF, ...HALF], rows), new Paragraph({ spacing: LAST_LINE })]
}

/** "附件1" at the first line of a new page, the title on the third, the table below. */
const annexPages = ({ title, columns, rows }: Annex, number: string): readonly FileChild[] => [
  officialParagraph({ pageBreakBefore: true, keepNext: true, children: [new TextRun({ text: `附件${number}`, ...fontOf('heading') })] }),
  officialParagraph({ keepNext: true }),
  titleParagraph(title),
  officialParagraph({ keepNext: true }),
  officialTable(columns, rows),
  new Paragraph({ spacing: LAST_LINE }),
]
