import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

const configFile = fileURLToPath(new URL('../../addin/vite.config.ts', import.meta.url))
/** What a pane, and what the page for files with the pane in its frame, may load before a person can begin. */
const PANE_KB = 90
const PAGE_KB = 150
const PAGES = ['taskpane.html', 'files.html', 'filesPane.html']

type Output = readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]

/** A page as it is served. */
function pageOf(output: Output, name: string): string {
  const page = output.find((part) => part.type === 'asset' && part.fileName === name)
  return page?.type === 'asset' ? String(page.source) : ''
}

/** What pages load before they can be used, office.js aside, gzipped: their scripts, what these fetch beside them, and styles. Each file once. */
function firstLoad(output: Output, pages: readonly string[]): readonly (readonly [name: string, gzip: number])[] {
  const named = pages.flatMap((page) =>
    Array.from(pageOf(output, page).matchAll(/(?:src|href)="\/(code\/[^"]+\.(?:js|css))"/g), ([, name]) => name),
  )
  const names = new Set(named)
  return output.flatMap((part) => {
    // what engines at the floor lack is fetched by those alone
    if (!names.has(part.fileName) || (part.type === 'asset' && !part.fileName.endsWith('.css'))) return []
    return [[part.fileName, gzipSync(part.type === 'chunk' ? part.code : part.source).length] as const]
  })
}

const kilobytes = (parts: ReturnType<typeof firstLoad>): number => parts.reduce((sum, [, gzip]) => sum + gzip, 0) / 1024

describe('the pages as they are deployed', () => {
  let output: Output

  beforeAll(async () => {
    // a build under NODE_ENV=test keeps what libraries have for developers, which nobody deploys
    vi.stubEnv('NODE_ENV', 'production')
    const built = await build({ configFile, logLevel: 'error', build: { write: false } })
    output = (built as Rolldown.RolldownOutput).output
  }, 60_000)
  afterAll(() => {
    vi.unstubAllEnvs()
  })

  it(`the pane needs at most ${PANE_KB} KB of its own, gzipped, to start`, () => {
    const parts = firstLoad(output, ['taskpane.html'])
    expect(parts.map(([name]) => name)).toContainEqual(expect.stringContaining('taskpane'))
    expect(parts.map(([name]) => name)).toContainEqual(expect.stringMatching(/\.css$/))
    expect(kilobytes(parts)).toBeLessThanOrEqual(PANE_KB)
  })

  it(`the page for files needs at most ${PAGE_KB} KB with its pane, and what opens files comes with the first file`, () => {
    const parts = firstLoad(output, ['files.html', 'filesPane.html'])
    expect(parts.map(([name]) => name)).toEqual(
      expect.arrayContaining([expect.stringMatching(/files-.*\.js$/), expect.stringMatching(/filesPane-.*\.js$/)]),
    )
    expect(kilobytes(parts)).toBeLessThanOrEqual(PAGE_KB)
    const loaded = new Set(parts.map(([name]) => name))
    const modules = output.flatMap((part) => (part.type === 'chunk' && loaded.has(part.fileName) ? part.moduleIds : []))
    expect(modules.filter((id) => /\/addin\/(book|gridView|excel)\/.*\.ts$|ironcalc|numfmt|fflate/.test(id))).toEqual([])
  })

  it.each(PAGES)('%s tells a browser without modules so, in words it understands', (page) => {
    const html = pageOf(output, page)
    const scripts = Array.from(html.matchAll(/<script>(.*?)<\/script>/gs), ([, script = '']) => script).join('\n')
    expect(scripts).not.toMatch(/=>|`|\b(let|const|class)\b/)
    const named = Array.from(scripts.matchAll(/getElementById\('(\w+)'\)/g), ([, id = '']) => id)
    expect(named).toEqual(expect.arrayContaining(['unsupported', 'unopened']))
    for (const id of named) expect(html).toContain(`id="${id}"`)
  })

  it('takes office.js from its own site, beside the pane’s page alone, and has nothing of the preview in it', () => {
    expect(pageOf(output, 'taskpane.html')).toMatch(/<script id="office-js" src="\/office-js\/1\.1\.\d+\/office\.js" async /)
    for (const page of ['files.html', 'filesPane.html']) expect(pageOf(output, page)).not.toContain('office.js')
    const modules = output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []))
    expect(modules.filter((id) => id.includes('/preview/') || id.includes('exceljs'))).toEqual([])
  })
})
