/**
 * SHA-256 in hex, of a secret or of the bytes of a request. A plain hash is enough: what is hashed has 100 random bits or
 * more, which nobody tries out, or is no secret.
 */
export async function hashOf(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  let text = ''
  for (const byte of digest) text += byte.toString(16).padStart(2, '0')
  return text
}
