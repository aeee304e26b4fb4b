import { Inflate, inflateSync } from 'fflate'
import { damaged, PartFault } from './fault.ts'
import type { ZipEntry } from './zipEntries.ts'

/**
 * The bytes of a part, not more than `most`: a part that grows beyond is refused while it grows, whatever the zip declares.
 * Throws PartFault where they are torn.
 */
export function inflateEntry(entry: ZipEntry, most: number): Uint8Array {
  if (entry.encrypted) throw new PartFault({ tag: 'encrypted' })
  if (entry.size > most) throw tooLarge()
  if (entry.method === 0) return entry.compressed
  if (entry.method !== 8) throw damaged(entry.name)
  return inflatedAtOnce(entry) ?? inflatedInSteps(entry, most)
}

const AT_ONCE = 1 << 20

/** Into a buffer of the declared size and a byte; undefined where it holds more, or would take long to find that out. */
function inflatedAtOnce({ compressed, size }: ZipEntry): Uint8Array | undefined {
  if (size < 0 || compressed.length > AT_ONCE) return undefined
  try {
    const bytes = inflateSync(compressed, { out: new Uint8Array(size + 1) })
    return bytes.length <= size ? bytes : undefined
  } catch {
    return undefined
  }
}

/** A step of deflated bytes grows to 66 MB at most. */
const STEP = 1 << 16

function inflatedInSteps({ compressed, name }: ZipEntry, most: number): Uint8Array {
  const chunks: Uint8Array[] = []
  let size = 0
  const inflate = new Inflate((chunk) => {
    chunks.push(chunk)
    size += chunk.length
  })
  for (let at = 0; at < compressed.length; at += STEP) {
    try {
      inflate.push(compressed.subarray(at, at + STEP), at + STEP >= compressed.length)
    } catch {
      throw damaged(name)
    }
    if (size > most) throw tooLarge()
  }
  return joined(chunks, size)
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

const tooLarge = (): PartFault => new PartFault({ tag: 'tooLarge', what: 'inflated' })
