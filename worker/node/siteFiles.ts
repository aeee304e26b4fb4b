import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'

/** A file as it is sent. */
interface File {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
  /** The same, smaller; undefined where it is not worth it. Zipped when first asked for: office.js alone is 12 MB, most of it for other platforms. */
  readonly gzip: () => Uint8Array<ArrayBuffer> | undefined
  readonly etag: string
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.gif': 'image/gif',
  '.jpg': 'image/jpeg',
}
/** Zipped, a file must save a tenth to be worth unzipping. */
const SMALLER = 0.9

/**
 * The built pane as Cloudflare's assets serve it: every file of a folder under its own name, in memory, with the
 * headers of its `_headers` file, an ETag, and gzip where it helps; undefined of what is not there.
 */
export function siteFiles(folder: string): (request: Request) => Response | undefined {
  const rules = readRules(folder)
  const files = new Map(
    listFiles(folder)
      .filter((path) => path !== '/_headers')
      .map((path) => [path, readFile(folder, path, rules)] as const),
  )
  return (request) => {
    const file = files.get(decode(new URL(request.url).pathname))
    if (!file) return undefined
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } })
    const gzip = file.gzip()
    const zipped = gzip !== undefined && /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')
    const headers = { ...file.headers, ETag: file.etag, ...(gzip ? { Vary: 'Accept-Encoding' } : {}) }
    const known = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim())
    if (known.includes(file.etag)) return new Response(null, { status: 304, headers })
    const body = zipped ? gzip : file.body
    const length = { 'Content-Length': String(body.byteLength) }
    return new Response(request.method === 'HEAD' ? null : body, {
      headers: { ...headers, ...length, ...(zipped ? { 'Content-Encoding': 'gzip' } : {}) },
    })
  }
}

function readFile(folder: string, path: string, rules: readonly Rule[]): File {
  const body = new Uint8Array(readFileSync(join(folder, path)))
  const type = TYPES[extname(path)] ?? 'application/octet-stream'
  const matching = rules.filter(({ pattern }) => pattern.test(path)).flatMap(({ headers }) => headers)
  return {
    headers: { 'Content-Type': type, 'Cache-Control': 'public, max-age=0, must-revalidate', ...joined(matching) },
    body,
    gzip: once(() => zipped(body)),
    // Weak: zipped and plain bytes differ under one tag.
    etag: `W/"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`,
  }
}

/** A header that several rules set has all their values, as on Cloudflare. */
function joined(headers: readonly (readonly [name: string, value: string])[]): Readonly<Record<string, string>> {
  const all: Record<string, string> = {}
  for (const [name, value] of headers) all[name] = name in all ? `${all[name]}, ${value}` : value
  return all
}

/** Smaller bytes of the same file; undefined where they are not worth it. */
function zipped(body: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(gzipSync(body, { level: 9 }))
  return bytes.byteLength < body.byteLength * SMALLER ? bytes : undefined
}

/** The answer of `work`, which is done when first asked for. */
function once<T>(work: () => T): () => T {
  let done: { readonly answer: T } | undefined
  return () => {
    done ??= { answer: work() }
    return done.answer
  }
}

/** Headers for the paths that match. */
interface Rule {
  readonly pattern: RegExp
  readonly headers: (readonly [name: string, value: string])[]
}

/** The rules of a `_headers` file: a line with a path, where `*` is anything, and indented lines "Name: value". */
function readRules(folder: string): readonly Rule[] {
  const rules: Rule[] = []
  for (const line of readText(join(folder, '_headers')).split('\n')) {
    const [, name, value] = /^\s+([\w-]+):\s*(.+?)\s*$/.exec(line) ?? []
    if (name !== undefined && value !== undefined) rules.at(-1)?.headers.push([name, value])
    else if (line.startsWith('/')) rules.push({ pattern: patternOf(line.trim()), headers: [] })
  }
  return rules
}

const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  )

const listFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => `/${relative(folder, file).split(sep).join('/')}`)

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
