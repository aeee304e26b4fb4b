import { cpSync, createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { isOfficeJsPart, officeJsAddress, ownFolder } from './officeJsAddress.ts'

const PACKAGE = fileURLToPath(new URL('../../node_modules/@microsoft/office-js', import.meta.url))
const { version }: { readonly version: string } = JSON.parse(readFileSync(`${PACKAGE}/package.json`, 'utf8'))
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' }

/**
 * Brings office.js, unbundled, to the pane's page, and its package onto the site where the setting says so: copied into a
 * build beside Microsoft's licence, served from the package while developing.
 */
export function serveOfficeJs(setting: string | undefined): Plugin[] {
  const src = officeJsAddress(setting, version)
  const load = loadOfficeJs(src)
  return src.startsWith(ownFolder(version)) ? [load, hostOfficeJs()] : [load]
}

/**
 * Its script never holds the page up: where it does not come, the pane is there to say so. `excel/host/officeReady` waits
 * for it, and reads the mark that a failed load leaves.
 */
const loadOfficeJs = (src: string): Plugin => ({
  name: 'load-office-js',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { path }) =>
      path.endsWith('/taskpane.html')
        ? [{ tag: 'script', attrs: { id: 'office-js', src, async: true, onerror: "this.dataset.failed = ''" }, injectTo: 'head-prepend' }]
        : [],
  },
})

function hostOfficeJs(): Plugin {
  let outDir = ''
  let writes = true
  return {
    name: 'host-office-js',
    configResolved: ({ build }) => {
      outDir = build.outDir
      writes = build.write
    },
    closeBundle: () => {
      if (!writes) return
      const to = `${outDir}${ownFolder(version)}`
      for (const path of officeJsParts()) cpSync(`${PACKAGE}/dist/${path}`, `${to}/${path}`)
      cpSync(`${PACKAGE}/LICENSE.md`, `${to}/LICENSE.md`)
    },
    configureServer: ({ middlewares }) => {
      middlewares.use(ownFolder(version), (request, response, next) => {
        const path = new URL(request.url ?? '', 'https://localhost').pathname.slice(1)
        const file = `${PACKAGE}/dist/${path}`
        if (!isOfficeJsPart(path) || !existsSync(file) || !statSync(file).isFile()) return next()
        response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream')
        createReadStream(file).pipe(response)
      })
    },
  }
}

/** The files of the package that a pane in Excel may ask for, by their paths below `dist`. */
const officeJsParts = (): readonly string[] =>
  readdirSync(join(PACKAGE, 'dist'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => isOfficeJsPart(path) && statSync(`${PACKAGE}/dist/${path}`).isFile())
