/** So many code units say whether a text is UTF-16. */
const UNITS = 2048

/**
 * Whether bytes are UTF-16, and which: by the mark, else by what they would say. In a table of text there are line ends,
 * separators and digits: of the two orders of bytes one makes ASCII of many units, the other makes rare characters of them.
 */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined
  let [little, big, units] = [0, 0, 0]
  for (let at = 0; at + 1 < bytes.length && units < UNITS; at += 2, units++) {
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]]
    if (second === 0 && isPrinted(first)) little++
    if (first === 0 && isPrinted(second)) big++
  }
  const [most, least] = [Math.max(little, big), Math.min(little, big)]
  if (most < units / 20 || least > most / 4) return undefined
  return little > big ? 'utf-16le' : 'utf-16be'
}

const isPrinted = (byte: number): boolean => (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d
