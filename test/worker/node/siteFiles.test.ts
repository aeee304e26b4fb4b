import { mkdirSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { beforeEach, expect, it } from 'vitest'
import { siteFiles } from '../../../worker/node/siteFiles.ts'
import { temporaryFolder } from './temporary.ts'

const PAGE = '<!doctype html><title>进展</title>'.repeat(50)
let find: (path: string, headers?: Record<string, string>, method?: string) => Response | undefined
const serve: (...asked: Parameters<typeof find>) => Response = (...asked) => find(...asked) ?? new Response(null, { status: 404 })

beforeEach(() => {
  const folder = temporaryFolder()
  mkdirSync(`${folder}/code`)
  writeFileSync(`${folder}/taskpane.html`, PAGE)
  writeFileSync(`${folder}/code/a-1.js`, 'let a')
  writeFileSync(`${folder}/code/a.html`, PAGE)
  writeFileSync(
    `${folder}/_headers`,
    '/*\n  X-Content-Type-Options: nosniff\n/*.html\n  Cache-Control: no-cache\n/code/*\n  Cache-Control: public, max-age=31536000, immutable\n',
  )
  const site = siteFiles(folder)
  find = (path, headers = {}, method = 'GET') => site(new Request(`https://city.test${path}`, { headers, method }))
})

it('serves a file under its own name with the headers of its rules', async () => {
  const page = serve('/taskpane.html?_host_Info=Excel')
  expect([page.status, await page.text()]).toEqual([200, PAGE])
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page.headers.get('cache-control')).toBe('no-cache')
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  expect(serve('/code/a-1.js').headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

it('joins what several rules say of one header, as Cloudflare does', () => {
  expect(serve('/code/a.html').headers.get('cache-control')).toBe('no-cache, public, max-age=31536000, immutable')
})

it('zips what gets smaller, for whoever reads it', async () => {
  const zipped = serve('/taskpane.html', { 'Accept-Encoding': 'br, gzip' })
  expect(zipped.headers.get('content-encoding')).toBe('gzip')
  const bytes = Buffer.from(await zipped.arrayBuffer())
  expect(zipped.headers.get('content-length')).toBe(String(bytes.length))
  expect(gunzipSync(bytes).toString()).toBe(PAGE)
  expect(serve('/code/a-1.js', { 'Accept-Encoding': 'gzip' }).headers.get('content-encoding')).toBeNull()
})

it('answers 304 to whoever has it, and a HEAD without its body', async () => {
  const etag = serve('/taskpane.html').headers.get('etag') ?? ''
  expect(serve('/taskpane.html', { 'If-None-Match': `"x", ${etag}` }).status).toBe(304)
  const head = serve('/taskpane.html', {}, 'HEAD')
  expect([head.status, await head.text(), head.headers.get('content-length')]).toEqual([200, '', String(Buffer.byteLength(PAGE))])
})

it.each(['/', '/none', '/_headers', '/code', '/code/', '/../package.json', '/%2e%2e/package.json', '/%', '/TASKPANE.HTML'])(
  'has nothing at %s',
  (path) => {
    expect(find(path)).toBeUndefined()
  },
)

it('takes nothing', () => {
  expect(serve('/taskpane.html', {}, 'POST').status).toBe(405)
})
