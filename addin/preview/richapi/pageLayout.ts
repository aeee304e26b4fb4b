import type { Sheet } from '../../book/sheet.ts'
import type { PageSetup } from '../../book/sheetContent.ts'
import { invalidArgument } from './hostError.ts'
import { type Argument, hostType } from './hostObject.ts'

/** Office's names of paper sizes, and the numbers of a file; other sizes are not known here. */
const PAPER: Readonly<Record<string, number>> = { A3: 8, A4: 9 }

/** How many pages wide a zoom asks for. */
function pagesWide(value: Argument): number {
  const pages = typeof value === 'object' && value !== null && 'horizontalFitToPages' in value ? value.horizontalFitToPages : undefined
  if (typeof pages !== 'number' || !Number.isInteger(pages) || pages < 1) throw invalidArgument()
  return pages
}

const change = (sheet: Sheet, what: Partial<PageSetup>): void => {
  sheet.content.page = { ...sheet.content.page, ...what }
}

/** Excel.PageLayout: orientation, A3 and A4, as many pages wide, and the rows that come again on each page. */
export const pageLayout = hostType<Sheet>({
  properties: {
    Orientation: {
      get: ({ content }) => (content.page.landscape ? 'Landscape' : 'Portrait'),
      set: (sheet, value) => {
        if (value !== 'Landscape' && value !== 'Portrait') throw invalidArgument()
        change(sheet, { landscape: value === 'Landscape' })
      },
    },
    PaperSize: {
      get: ({ content }) => Object.keys(PAPER).find((name) => PAPER[name] === content.page.paperSize) ?? 'A4',
      set: (sheet, value) => {
        const paperSize = PAPER[String(value)]
        if (paperSize === undefined) throw invalidArgument()
        change(sheet, { paperSize })
      },
    },
    Zoom: {
      get: ({ content }) => (content.page.fit ? { horizontalFitToPages: content.page.fit.wide } : { scale: 100 }),
      set: (sheet, value) => change(sheet, { fit: { wide: pagesWide(value), high: 0 } }),
    },
  },
  methods: {
    SetPrintTitleRows: (sheet, [rows]) => {
      const [, from, to] = /^\$?(\d+):\$?(\d+)$/.exec(String(rows)) ?? []
      if (from === undefined) throw invalidArgument()
      change(sheet, { titleRows: `${from}:${to}` })
    },
  },
})
