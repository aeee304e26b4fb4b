import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

const configFile = fileURLToPath(new URL('../../addin/vite.config.ts', import.meta.url))
const LIMIT_KB = 90

/** The pane's page as it is served. */
function pageOf(output: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]): string {
  const page = output.find((part) => part.type === 'asset' && part.fileName === 'taskpane.html')
  return page?.type === 'asset' ? String(page.source) : ''
}

/** What the deployed pane loads before it can be used, office.js aside: the page's scripts, what it fetches beside them, and styles. */
function firstLoad(output: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]): readonly (readonly [name: string, gzip: number])[] {
  const names = new Set(Array.from(pageOf(output).matchAll(/(?:src|href)="\/(code\/[^"]+\.js)"/g), ([, name]) => name))
  return output.flatMap((part) => {
    if (part.type === 'chunk') return names.has(part.fileName) ? [[part.fileName, gzipSync(part.code).length] as const] : []
    return part.fileName.endsWith('.css') ? [[part.fileName, gzipSync(part.source).length] as const] : []
  })
}

describe('the pane as it is deployed', () => {
  let output: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]

  beforeAll(async () => {
    // a build under NODE_ENV=test keeps what libraries have for developers, which nobody deploys
    vi.stubEnv('NODE_ENV', 'production')
    const built = await build({ configFile, logLevel: 'error', build: { write: false } })
    output = (built as Rolldown.RolldownOutput).output
  }, 60_000)
  afterAll(() => {
    vi.unstubAllEnvs()
  })

  it(`needs at most ${LIMIT_KB} KB of its own, gzipped, to start`, () => {
    const parts = firstLoad(output)
    expect(parts.map(([name]) => name)).toContainEqual(expect.stringContaining('taskpane'))
    expect(parts.reduce((sum, [, gzip]) => sum + gzip, 0)).toBeLessThanOrEqual(LIMIT_KB * 1024)
  })

  it('tells a browser without modules so, in words it understands', () => {
    const html = pageOf(output)
    const scripts = Array.from(html.matchAll(/<script>(.*?)<\/script>/gs), ([, script = '']) => script).join('\n')
    expect(scripts).not.toMatch(/=>|`|\b(let|const|class)\b/)
    const named = Array.from(scripts.matchAll(/getElementById\('(\w+)'\)/g), ([, id = '']) => id)
    expect(named).toEqual(expect.arrayContaining(['unsupported', 'unopened']))
    for (const id of named) expect(html).toContain(`id="${id}"`)
  })

  it('takes office.js from its own site, beside the page, and has nothing of the preview in it', () => {
    expect(pageOf(output)).toMatch(/<script id="office-js" src="\/office-js\/1\.1\.\d+\/office\.js" async /)
    const modules = output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []))
    expect(modules.filter((id) => /addin\/(preview|book|gridView)\/|exceljs/.test(id))).toEqual([])
  })
})
