import {
  AlignmentType,
  Document,
  DocumentGridType,
  type FileChild,
  Footer,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { withFixedDay } from '../../shared/grid/workbook/fixedZip.ts'
import { escapeXml } from '../../shared/grid/workbook/xml.ts'
import { type FontRole, officialFonts, officialPage, officialSize } from './officialPage.ts'

/** What a Word document in the form of GB/T 9704 is made of. */
export interface OfficialDocx {
  readonly title: string
  readonly children: readonly FileChild[]
  /** 成文日期, ISO: the only day that the file's properties name. The day of making would make the same content other bytes. */
  readonly date?: string | undefined
  /** Custom properties of a draft (docProps/custom.xml): which state of the figures it was written from. What is issued has none. */
  readonly properties: Readonly<Record<string, string>>
  /** Without the page's grid, which stretches the lines of tables to its own pitch; the body's lines keep theirs. */
  readonly gridless?: boolean
}

/** The bytes of a .docx on the official page, with "— 1 —" at the outer edge. The same content gives the same bytes. */
export async function officialDocx({ title, children, date, properties, gridless }: OfficialDocx): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    customProperties: Object.entries(properties).map(([name, value]) => ({ name, value })),
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: {
            ...fontOf('body'),
            size: officialSize.body,
            characterSpacing: officialPage.characterSpacing,
            language: { eastAsia: 'zh-CN' },
          },
          paragraph: { spacing: exactLine },
        },
        title: { run: { ...fontOf('title'), size: officialSize.title, color: BLACK }, paragraph: { spacing: exactLine } },
        heading1: {
          run: { ...fontOf('heading'), size: officialSize.body, color: BLACK },
          paragraph: { spacing: exactLine, keepNext: true, keepLines: true, outlineLevel: 0 },
        },
        heading2: { run: { ...fontOf('body'), size: officialSize.body, color: BLACK }, paragraph: { spacing: exactLine, outlineLevel: 1 } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: officialPage.width, height: officialPage.height },
            margin: {
              top: officialPage.top,
              bottom: officialPage.bottom,
              left: officialPage.left,
              right: officialPage.right,
              header: officialPage.footer,
              footer: officialPage.footer,
            },
          },
          ...(gridless ? {} : { grid: { type: DocumentGridType.LINES, linePitch: officialPage.linePitch } }),
        },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children: [...children],
      },
    ],
  })
  const bytes = await Packer.pack(document, 'uint8array', false, [
    { path: 'docProps/core.xml', data: coreProperties(title, date) },
    { path: 'word/fontTable.xml', data: fontTable() },
  ])
  return withFixedDay(bytes)
}

const BLACK = '000000'
const exactLine = { line: officialPage.linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const

/** A run's font by its role; digits and Latin letters in Times New Roman. */
export const fontOf = (role: FontRole): Pick<IRunOptions, 'font'> => ({
  font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: officialFonts[role].name, hint: 'eastAsia' },
})

/** A paragraph on the line grid, without widow control, so that a page holds its 22 lines. */
export const officialParagraph = (options: Exclude<IParagraphOptions, string>): Paragraph =>
  new Paragraph({ spacing: exactLine, widowControl: false, ...options })

function pageNumber(edge: 'left' | 'right'): Footer {
  const run = { font: officialFonts.pageNumber.name, size: officialSize.pageNumber }
  return new Footer({
    children: [
      new Paragraph({
        alignment: edge === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [edge]: officialSize.pageNumber * 10 },
        children: [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}

/** Of a document without a date nothing but its title. */
function coreProperties(title: string, date = ''): string {
  const made =
    date === ''
      ? ''
      : ['created', 'modified'].map((act) => `<dcterms:${act} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${act}>`).join('')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title>${made}</cp:coreProperties>`
}

/** Names the substitutes of the official fonts, for machines that lack one. */
function fontTable(): string {
  const fonts = Object.values(officialFonts).map(
    ({ name, fallbacks }) =>
      `<w:font w:name="${escapeXml(name)}"><w:altName w:val="${escapeXml(fallbacks.join(','))}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}<w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`
}
