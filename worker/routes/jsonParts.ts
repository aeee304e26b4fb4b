/** Bytes of one bound value: half of D1's limit. */
export const MAX_PART_BYTES = 1_000_000

/** The rows as JSON arrays of at most 1 MB each; one at least. A single row is never longer. */
export function jsonParts(rows: readonly (readonly unknown[])[]): string[] {
  const text = JSON.stringify(rows)
  if (text.length * 3 <= MAX_PART_BYTES || new TextEncoder().encode(text).length <= MAX_PART_BYTES || rows.length < 2) return [text]
  const middle = rows.length >> 1
  return [...jsonParts(rows.slice(0, middle)), ...jsonParts(rows.slice(middle))]
}
