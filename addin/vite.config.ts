import { createHash } from 'node:crypto'
import { cpSync, createReadStream, existsSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, defineConfig, type Plugin } from 'vite'
import { BUILD_TARGET, gateScript } from './floor/engineFloor.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Microsoft's CDN; for tenants of 21Vianet https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js */
const MICROSOFT = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js'

/**
 * `vite build` makes dist/addin, the pane alone: what is deployed. `vite build --mode trial` makes dist/local: the same
 * pane, the preview beside it under /preview/, and office.js from the npm package under /office-js/. Where office.js
 * comes from is one setting, OFFICE_JS; the pages do not name it. `npm run dev` serves the pages of that mode unbundled.
 */
export default defineConfig(({ mode }) => {
  const local = mode === 'trial'
  const officeJs = process.env.OFFICE_JS ?? (local ? '/office-js/office.js' : MICROSOFT)
  return {
    root: here('.'),
    base: '/',
    publicDir: here('assets'),
    cacheDir: here('../.local/vite'),
    plugins: [loadOfficeFirst(officeJs), askForFloor(), ...(local ? [serveOfficeJs()] : [])],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
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
        input: { taskpane: here('taskpane.html'), ...(local ? { preview: here('preview/index.html') } : {}) },
      },
    },
  }
})

/** Puts the script of office.js, unbundled, into the head of the pane's page. */
function loadOfficeFirst(src: string): Plugin {
  return {
    name: 'load-office-first',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { path }) => (path.endsWith('/taskpane.html') ? [{ tag: 'script', attrs: { src }, injectTo: 'head' }] : []),
    },
  }
}

/**
 * Writes the gate into the pane's page: an inline script, so that an engine that can load no module still runs it. With it
 * goes the script of functions that engines at the floor lack, which the others never fetch; while developing there is none.
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
        html.replace('<!-- gate -->', () => `<script>${gateScript(bringing === undefined ? undefined : `/${bringing}`)}</script>`),
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

/** What office.js loads on its way to Excel on the web, and where it goes when it distrusts its parent. */
const OFFICE_JS_PARTS = ['office.js', 'excel-web-16.00.js', 'zh-cn', 'en-us', 'telemetry', 'agaveerrorux', 'o15apptofilemappingtable.js']

const OFFICE_JS = here('../node_modules/@microsoft/office-js/dist')
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' }

/** Serves the genuine office.js beside its siblings, as it wants to lie: copied into a build, from its package while developing. */
function serveOfficeJs(): Plugin {
  let to = ''
  return {
    name: 'serve-office-js',
    configResolved: ({ build }) => {
      to = `${build.outDir}/office-js`
    },
    closeBundle: () => {
      for (const part of OFFICE_JS_PARTS) cpSync(`${OFFICE_JS}/${part}`, `${to}/${part}`, { recursive: true })
    },
    configureServer: ({ middlewares }) => {
      middlewares.use('/office-js', (request, response, next) => {
        const { pathname } = new URL(request.url ?? '', 'https://localhost')
        const file = `${OFFICE_JS}${pathname}`
        const known = OFFICE_JS_PARTS.some((part) => pathname === `/${part}` || pathname.startsWith(`/${part}/`))
        if (!known || !existsSync(file) || !statSync(file).isFile()) return next()
        response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream')
        createReadStream(file).pipe(response)
      })
    },
  }
}
