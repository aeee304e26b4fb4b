import type { Sheet } from '../book/sheet.ts'
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

/** Excel.PageLayout: orientation, A3 and A4, as many pages wide, and the rows that come again on each page. */
export const pageLayout = hostType<Sheet>({
  properties: {
    Orientation: {
      get: ({ worksheet }) => (worksheet.pageSetup.orientation === 'landscape' ? 'Landscape' : 'Portrait'),
      set: ({ worksheet }, value) => {
        if (value !== 'Landscape' && value !== 'Portrait') throw invalidArgument()
        worksheet.pageSetup.orientation = value === 'Landscape' ? 'landscape' : 'portrait'
      },
    },
    PaperSize: {
      get: ({ worksheet }) => Object.keys(PAPER).find((name) => PAPER[name] === worksheet.pageSetup.paperSize) ?? 'A4',
      set: ({ worksheet }, value) => {
        const size = PAPER[String(value)]
        if (size === undefined) throw invalidArgument()
        worksheet.pageSetup.paperSize = size
      },
    },
    Zoom: {
      get: ({ worksheet }) =>
        worksheet.pageSetup.fitToPage ? { horizontalFitToPages: worksheet.pageSetup.fitToWidth ?? 1 } : { scale: 100 },
      set: ({ worksheet }, value) => {
        Object.assign(worksheet.pageSetup, { fitToPage: true, fitToWidth: pagesWide(value), fitToHeight: 0 })
      },
    },
  },
  methods: {
    SetPrintTitleRows: ({ worksheet }, [rows]) => {
      const [, from, to] = /^\$?(\d+):\$?(\d+)$/.exec(String(rows)) ?? []
      if (from === undefined) throw invalidArgument()
      worksheet.pageSetup.printTitlesRow = `${from}:${to}`
    },
  },
})
