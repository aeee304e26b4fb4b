import type { z } from 'zod'
import { Refusal } from './problem.ts'

/**
 * A request's body, at most `limit` bytes: counted as they are read, so that neither a chunked body nor a lying
 * length gets past. Throws bodyTooLarge, unsupportedMediaType.
 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(request.headers.get('content-type') ?? ''))
    throw new Refusal('unsupportedMediaType')
  // A compressed body could be a thousand times as long as what is counted.
  if ((request.headers.get('content-encoding') ?? 'identity') !== 'identity') throw new Refusal('unsupportedMediaType')
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new Refusal('bodyTooLarge')
  if (!request.body) return new Uint8Array()
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader()
  const pieces: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Refusal('malformed', { detail: 'the body broke off' })
    })
    if (done) break
    length += value.byteLength
    if (length > limit) {
      await reader.cancel().catch(() => undefined)
      throw new Refusal('bodyTooLarge')
    }
    pieces.push(value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.byteLength
  }
  return bytes
}

/** JSON of the bytes; throws malformed where they are not UTF-8 or not JSON. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes))
  } catch {
    throw new Refusal('malformed')
  }
}

/** JSON of the bytes, every text of which can be stored as it is; throws invalidBody for half a pair of surrogates or a NUL. */
export function parseSoundJson(bytes: Uint8Array): unknown {
  const value = parseJson(bytes)
  // A list of what is left, not recursion: JSON may be nested ten thousand deep.
  const left = [value]
  while (left.length > 0) {
    const next = left.pop()
    if (typeof next === 'string' && (!next.isWellFormed() || next.includes('\0'))) throw new Refusal('invalidBody', { detail: ': text' })
    if (typeof next === 'object' && next !== null) for (const [key, inner] of Object.entries(next)) left.push(key, inner)
  }
  return value
}

/** The value as the schema has it; throws invalidBody, which says where, never what. */
export function conform<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Refusal('invalidBody', { detail: `${issue?.path.map(String).join('.').slice(0, 100) ?? ''}: ${issue?.code ?? ''}` })
}
