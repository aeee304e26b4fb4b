import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'node:https'
import { describe, expect, inject, it } from 'vitest'
import { siteFiles } from '../../worker/node/siteFiles.ts'

const pages = inject('pages')

/** What a person's browser goes by. Cloudflare zips on its own network, and each host has its own tags. */
const HEADERS = ['content-type', 'cache-control', 'content-security-policy', 'x-content-type-options', 'referrer-policy', 'x-frame-options']

/** Cloudflare names no letters for a script or a style: they are UTF-8 there by the page that loads them. */
const typeOf = (headers: Readonly<Record<string, unknown>>) =>
  String(headers['content-type'] ?? '')
    .toLowerCase()
    .replace(/; ?charset=utf-8$/, '')

describe.skipIf(pages === '')('the pages as the two hosts serve them', () => {
  const { hostname, port } = new URL(inject('origin') || 'https://none.test')
  const ca = pages === '' ? '' : readFileSync(inject('caPath'))
  const ask = (path: string) =>
    new Promise<{ status: number | undefined; headers: IncomingHttpHeaders }>((answered, failed) => {
      const asked = request(
        { host: '127.0.0.1', servername: hostname, port, path, ca, headers: { Host: `${hostname}:${port}` } },
        (answer) => {
          answer.resume()
          answered({ status: answer.statusCode, headers: answer.headers })
        },
      )
      asked.on('error', failed)
      asked.end()
    })
  const files = () =>
    readdirSync(pages, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(`${pages}/${path}`).isFile() && path !== '_headers')
      .map((path) => `/${path}`)

  it('carry the same headers, file by file', async () => {
    const onNode = siteFiles(pages)
    const paths = files().filter(
      (path) =>
        (!path.startsWith('/office-js/') && !path.startsWith('/preview/')) || /office\.js$|zh-cn|LICENSE|agaveerrorux\/index/.test(path),
    )
    expect(paths).toContain('/taskpane.html')
    expect(paths.length).toBeGreaterThan(20)
    for (const path of paths) {
      const worker = await ask(path)
      const node = onNode(new Request(`https://city.test${path}`)) ?? new Response(null, { status: 404 })
      const said = Object.fromEntries(node.headers)
      const of = (headers: Readonly<Record<string, unknown>>) =>
        Object.fromEntries(HEADERS.map((name) => [name, name === 'content-type' ? typeOf(headers) : headers[name]]))
      expect([path, worker.status, of(worker.headers)]).toEqual([path, node.status, of(said)])
    }
  })

  it('let the pane be framed by Excel alone, and the help by nobody', async () => {
    const policyOf = async (path: string) => String((await ask(path)).headers['content-security-policy'])
    expect(await policyOf('/taskpane.html')).toContain("frame-ancestors 'self' https://excel.cloud.microsoft")
    expect(await policyOf('/help.html')).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/)
  })
})
