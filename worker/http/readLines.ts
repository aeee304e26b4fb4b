import { Refusal } from './problem.ts'

/** Bytes of one line: above the longest value of the database (2 MB) as JSON writes it. */
const MAX_LINE = 8 * 1024 * 1024
const NEW_LINE = 0x0a

/**
 * The lines of a body as they arrive, at most `limit` bytes of them; each byte is looked at once. Throws bodyTooLarge, and
 * malformed with the line where it is not UTF-8, is too long, or the body breaks off.
 */
export async function* readLines(body: ReadableStream<Uint8Array> | null, limit: number): AsyncGenerator<string> {
  let line = 1
  let bytes = 0
  let begun: Uint8Array[] = []
  let length = 0
  const malformed = () => new Refusal('malformed', { detail: `line ${line}` })
  const add = (piece: Uint8Array) => {
    length += piece.byteLength
    if (length > MAX_LINE) throw malformed()
    begun.push(piece)
  }
  for await (const piece of piecesOf(body, malformed)) {
    bytes += piece.byteLength
    if (bytes > limit) throw new Refusal('bodyTooLarge')
    let from = 0
    for (let to = piece.indexOf(NEW_LINE); to >= 0; to = piece.indexOf(NEW_LINE, from)) {
      add(piece.subarray(from, to))
      yield textOf(begun, malformed)
      line += 1
      begun = []
      length = 0
      from = to + 1
    }
    add(piece.subarray(from))
  }
  if (length > 0) yield textOf(begun, malformed)
}

/** A body that breaks off is the sender's fault. */
async function* piecesOf(body: ReadableStream<Uint8Array> | null, malformed: () => Refusal): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader()
  while (reader) {
    const { done, value } = await reader.read().catch(() => {
      throw malformed()
    })
    if (done) return
    yield value
  }
}

/** The text of a line that came in pieces; a byte of UTF-8 is never a new line within a character. */
function textOf(pieces: readonly Uint8Array[], malformed: () => Refusal): string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
  try {
    return pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode()
  } catch {
    throw malformed()
  }
}
