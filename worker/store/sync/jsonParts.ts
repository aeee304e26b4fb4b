/** Bytes of one bound value: half of D1's limit, so that no text of a row brings a part near it. */
export const MAX_PART_BYTES = 1_000_000

/** Rows that are written and measured at once: few enough that a part is filled well, many enough that it costs little. */
const SLICE = 100
const encoder = new TextEncoder()

/** The rows as JSON arrays of at most 1 MB each; one at least. A single row is never longer. */
export function jsonParts(rows: readonly (readonly unknown[])[]): string[] {
  const parts: string[] = []
  let open: string[] = []
  let bytes = 2
  for (const { text, size } of slices(rows, SLICE)) {
    if (bytes + size > MAX_PART_BYTES && open.length > 0) {
      parts.push(`[${open.join()}]`)
      open = []
      bytes = 2
    }
    open.push(text)
    bytes += size
  }
  return [...parts, `[${open.join()}]`]
}

/** Each slice's rows as JSON without brackets, and its bytes with a comma; one that is too long for a part is halved. */
function* slices(rows: readonly (readonly unknown[])[], length: number): Generator<{ readonly text: string; readonly size: number }> {
  for (let at = 0; at < rows.length; at += length) {
    const slice = rows.slice(at, at + length)
    const text = JSON.stringify(slice).slice(1, -1)
    const size = encoder.encode(text).length + 1
    if (size + 2 > MAX_PART_BYTES && slice.length > 1) yield* slices(slice, slice.length >> 1)
    else yield { text, size }
  }
}
