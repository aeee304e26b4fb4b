/** A random UUID of version 4; the browser that WPS embeds has `getRandomValues` alone, as has every engine below Chromium 92. */
export const randomId = (): string =>
  typeof crypto.randomUUID === 'function' ? crypto.randomUUID() : uuidOf(crypto.getRandomValues(new Uint8Array(16)))

/** The UUID of 16 random bytes: RFC 9562, 5.4. */
export function uuidOf(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte, i) => (i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte))
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
