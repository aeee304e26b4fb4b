import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { build } from 'vite'
import { root } from './projectRoot.ts'
import { type SheetFile, sheetWorkbook } from './sheetWorkbook.ts'

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

/** Labelled sheets that the preview offers, by id: a department's two, the coordinator's own sheet, and one nobody would wish for. */
const OFFERED: readonly (readonly [id: string, sheet: string])[] = [
  ['01', 'counties/transport-two-row-heading'],
  ['02', 'departments/culture-merged-category'],
  ['04', 'matrix/city-target-and-done-by-county'],
  ['08', 'counties/renewal-no-title-carry-over'],
]

/** Makes the sample workbooks of the local site out of labelled sheets, in the order in which they are offered. */
export async function writeSamples(site: string): Promise<readonly Sample[]> {
  const sheets = `${root}test/sheets`
  const folder = `${site}/preview/samples`
  mkdirSync(folder, { recursive: true })
  const samples: Sample[] = []
  for (const [id, name] of OFFERED) {
    const sheet: SheetFile & { readonly context?: { readonly unit?: string } } = JSON.parse(readFileSync(`${sheets}/${name}.json`, 'utf8'))
    const file = `${id}-${basename(name)}.xlsx`
    writeFileSync(`${folder}/${file}`, sheetWorkbook(sheet))
    samples.push({ id, file, unit: sheet.context?.unit ?? '' })
  }
  return samples
}
