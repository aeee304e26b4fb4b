import { Refusal } from './problem.ts'

/** The lines of a body as they arrive, at most `limit` bytes of them. Throws bodyTooLarge, and TypeError where they are not UTF-8. */
export async function* readLines(body: ReadableStream<Uint8Array> | null, limit: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
  let rest = ''
  let bytes = 0
  for await (const piece of body ?? []) {
    bytes += piece.byteLength
    if (bytes > limit) throw new Refusal('bodyTooLarge')
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
