import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { build } from 'vite'
import { type SheetFile, sheetWorkbook } from './sheetWorkbook.ts'
import { root } from './wrangler.ts'

/** A sample workbook that the preview offers. */
export interface Sample {
  /** "01" */
  readonly id: string
  /** The file under /preview/samples/. */
  readonly file: string
  /** The unit that keeps it, as its sheet says. */
  readonly unit: string
}

/** Builds the pane, the preview and office.js into `site`, the folder of the local site (absolute). Never deployed. */
export async function buildSite(site: string): Promise<void> {
  await build({
    configFile: `${root}addin/vite.config.ts`,
    mode: 'trial',
    logLevel: 'warn',
    build: { outDir: site, emptyOutDir: true },
  })
}

/** Labelled sheets that the preview offers: a department's two, the coordinator's own ledger, and one nobody would wish for. */
const OFFERED = ['01', '02', '04', '08']

/** Makes the sample workbooks of the local site out of labelled sheets; in the order of their numbers. */
export async function writeSamples(site: string): Promise<readonly Sample[]> {
  const sheets = `${root}test/sheets`
  const folder = `${site}/preview/samples`
  mkdirSync(folder, { recursive: true })
  const samples: Sample[] = []
  for (const name of readdirSync(sheets)
    .filter((name) => OFFERED.some((id) => name.startsWith(`${id}-`)))
    .sort()) {
    const sheet = JSON.parse(readFileSync(`${sheets}/${name}`, 'utf8')) as SheetFile & { readonly context?: { readonly unit?: string } }
    const file = name.replace(/\.json$/, '.xlsx')
    writeFileSync(`${folder}/${file}`, await sheetWorkbook(sheet))
    samples.push({ id: name.slice(0, name.indexOf('-')), file, unit: sheet.context?.unit ?? '' })
  }
  return samples
}
