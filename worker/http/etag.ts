import type { Ask } from './context.ts'

/** JSON with an ETag, or 304 where the client has it already. Stored by the client alone and asked for each time: what one person may read is in no shared cache. */
export async function answerWithEtag(c: Ask, etag: string, body: () => Promise<string>): Promise<Response> {
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache' }
  const known = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (known.includes(etag)) return c.body(null, 304, headers)
  return c.body(await body(), 200, { ...headers, 'Content-Type': 'application/json' })
}
