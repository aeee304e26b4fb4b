import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build, defineConfig, type Plugin } from 'vite'
import { BUILD_TARGET, gateScript } from './floor/engineFloor.ts'
import { watchScript } from './floor/startWatch.ts'
import { serveOfficeJs } from './officeJs/serveOfficeJs.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * `vite build` makes dist/addin, what is deployed: the pane, and the page for files. `vite build --mode trial` makes dist/local: the same
 * pages, and the preview beside them under /preview/. Where office.js comes from is one setting, OFFICE_JS; the pages do not
 * name it. `npm run dev` serves the pages of that mode unbundled.
 */
export default defineConfig(({ mode }) => {
  const local = mode === 'trial'
  return {
    root: here('.'),
    base: '/',
    publicDir: here('assets'),
    cacheDir: here('../.local/vite'),
    plugins: [...serveOfficeJs(process.env.OFFICE_JS), askForFloor()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    worker: { format: 'es' },
    build: {
      target: [...BUILD_TARGET],
      outDir: here(local ? '../dist/local' : '../dist/addin'),
      emptyOutDir: true,
      // Beside the pages of this machine; what is deployed hands its sources to nobody.
      sourcemap: local,
      assetsDir: 'code',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 3_000,
      rolldownOptions: {
        // How long its plugins took is nothing that whoever starts the product has to read.
        checks: { bundlerTimings: false },
        input: {
          taskpane: here('taskpane.html'),
          files: here('files.html'),
          filesPane: here('filesPane.html'),
          ...(local ? { preview: here('preview/index.html') } : {}),
        },
        output: { codeSplitting: { groups: [{ name: sharedChunks(), debugName: 'shared' }] } },
      },
    },
  }
})

/** The modules whose pages begin with much in common. */
const STARTS = ['main.tsx', 'webPaneMain.tsx', 'webMain.tsx'].map(here)

/** As much of the bundler's knowledge as a module's place is decided by. */
interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/**
 * What several pages begin with lies in one chunk for each set of pages, instead of one for each way in which later chunks
 * share it: many small chunks are a tenth larger, zipped, than a few. Others are left to the bundler.
 */
function sharedChunks(): (id: string, modules: Modules) => string | null {
  let reached: ReadonlyMap<string, ReadonlySet<string>> | undefined
  return (id, modules) => {
    reached ??= new Map(STARTS.map((start) => [start, reachedFrom(start, modules)]))
    const users = STARTS.filter((start) => reached?.get(start)?.has(id))
    return users.length < 2 ? null : users.includes(here('webMain.tsx')) ? 'base' : 'pane'
  }
}

/** All that a module imports at once, and what that imports. */
function reachedFrom(start: string, modules: Modules): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [start]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue
    found.add(id)
    open.push(...(modules.getModuleInfo(id)?.importedIds ?? []))
  }
  return found
}

/**
 * Writes the gate and the watch over the start into the pane's page: inline scripts, so that an engine that can load no
 * module still runs them. With the gate goes the script of functions that engines at the floor lack, which the others never fetch; while developing there is none.
 */
function askForFloor(): Plugin {
  let bringing: string | undefined
  return {
    name: 'ask-for-floor',
    async buildStart() {
      if (this.meta.watchMode) return
      const source = await scriptOf(here('floor/bringFunctions.ts'))
      bringing = `code/bringFunctions-${createHash('sha256').update(source).digest('base64url').slice(0, 8)}.js`
      this.emitFile({ type: 'asset', fileName: bringing, source })
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html
          .replace('<!-- watch -->', () => `<script>${watchScript}</script>`)
          .replace('<!-- gate -->', () => `<script>${gateScript(bringing === undefined ? undefined : `/${bringing}`)}</script>`),
    },
  }
}

/** A module and all that it imports as one classic script. */
async function scriptOf(entry: string): Promise<string> {
  const lib = { entry, formats: ['iife' as const], name: 'brought' }
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { write: false, target: [...BUILD_TARGET], lib },
  })
  const [output] = [built].flat()
  const [chunk] = output && 'output' in output ? output.output : []
  if (chunk?.type !== 'chunk') throw new Error(`Nothing was built of ${entry}.`)
  return chunk.code
}
