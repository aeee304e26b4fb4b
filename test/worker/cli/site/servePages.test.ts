import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, get, type Server } from 'node:https'
import { tmpdir } from 'node:os'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../../../worker/cli/site/freePort.ts'
import { type Certificate, localCertificate } from '../../../../worker/cli/site/localCertificate.ts'
import { type Pages, servePages } from '../../../../worker/cli/site/servePages.ts'

describe('the pages from their sources', () => {
  const folder = mkdtempSync(`${tmpdir()}/pages-`)
  let certificate: Certificate
  let behind: Server
  let pages: Pages

  beforeAll(async () => {
    certificate = await localCertificate(folder, new Date())
    const pem = { key: readFileSync(certificate.keyPath), cert: readFileSync(certificate.certPath) }
    behind = createServer(pem, (request, response) => response.end(`behind: ${request.url}`))
    const port = await freePort(3_900)
    await new Promise<void>((listening) => behind.listen(port, '127.0.0.1', listening))
    pages = await servePages({ port: await freePort(port + 1), certificate, behind: `https://localhost:${port}` })
  })
  afterAll(async () => {
    await pages.stop()
    behind.close()
    rmSync(folder, { recursive: true })
  })

  const ask = async (path: string) => {
    const { port } = new URL(pages.origin)
    const asked = { host: '127.0.0.1', servername: 'localhost', port, path, ca: readFileSync(certificate.caPath) }
    return new Promise<{ status: number | undefined; body: string }>((answered, failed) => {
      get(asked, async (answer) => answered({ status: answer.statusCode, body: await text(answer) })).on('error', failed)
    })
  }

  it('loads office.js, and what reloads the page, into the pane', async () => {
    const { body } = await ask('/taskpane.html')
    expect(body).toMatch(/<script id="office-js" src="\/office-js\/1\.1\.\d+\/office\.js" async[ =>]/)
    expect(body).toContain('/@vite/client')
    expect((await ask('/preview/index.html')).body).not.toContain('office.js')
  })

  it('serves the genuine office.js, and nothing else of its package', async () => {
    const [, folder = ''] = /src="(\/office-js\/[\d.]+)\/office\.js"/.exec((await ask('/taskpane.html')).body) ?? []
    expect((await ask(`${folder}/office.js`)).body.length).toBeGreaterThan(10_000)
    for (const other of ['../package.json', 'package.json', 'word-win32-16.01.js', 'office.d.ts', 'excel-win32-16.01.debug.js'])
      expect((await ask(`${folder}/${other}`)).body).not.toMatch(/"@microsoft\/office-js"|OSF|Office\./)
  })

  it('serves a module with a map to its source', async () => {
    const { status, body } = await ask('/main.tsx')
    expect(status).toBe(200)
    expect(body).toMatch(/sourceMappingURL=data:application\/json/)
  })

  it.each(['/v1/me?x=1', '/healthz', '/preview/session.json', '/preview/samples/01.xlsx'])(
    'asks the server behind for %s',
    async (path) => {
      expect((await ask(path)).body).toBe(`behind: ${path}`)
    },
  )
})
