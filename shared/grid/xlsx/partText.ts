import { strFromU8 } from 'fflate'

/**
 * The text of a part of XML: UTF-8, or UTF-16 in either order of bytes, with its mark or without; single bytes where its
 * first line says so. Bytes that are no text become U+FFFD.
 */
export function partText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return wideText(bytes.subarray(2), 0)
  if (first === 0xfe && second === 0xff) return wideText(bytes.subarray(2), 1)
  if (first === 0x3c && second === 0) return wideText(bytes, 0)
  if (first === 0 && second === 0x3c) return wideText(bytes, 1)
  const opening = strFromU8(bytes.subarray(0, 100), true)
  if (SINGLE_BYTES.test(opening)) return strFromU8(bytes, true)
  const text = strFromU8(bytes)
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

/** <?xml version="1.0" encoding="ISO-8859-1"?> */
const SINGLE_BYTES = /^<\?xml[^>]*encoding=["'](?:iso-8859-1|latin1|windows-1252)["']/i

/** A step that may be handed over as arguments. */
const STEP = 8192

/** UTF-16, the low byte of each unit first (0) or second (1). */
function wideText(bytes: Uint8Array, low: 0 | 1): string {
  const parts: string[] = []
  for (let from = 0; from + 1 < bytes.length; from += STEP * 2) {
    const units: number[] = []
    for (let at = from; at + 1 < Math.min(bytes.length, from + STEP * 2); at += 2) {
      units.push((bytes[at + low] ?? 0) + (bytes[at + 1 - low] ?? 0) * 0x100)
    }
    parts.push(String.fromCharCode(...units))
  }
  return parts.join('')
}
