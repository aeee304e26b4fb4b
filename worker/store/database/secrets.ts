const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `random` bytes as a person can type them: Crockford's base 32, in groups of four. */
export function mintInvitationCode(random: Uint8Array = crypto.getRandomValues(new Uint8Array(24))): string {
  const letters = [...random].map((byte) => ALPHABET[byte % 32]).join('')
  return (letters.match(/.{1,4}/g) ?? []).join('-')
}

/** The code as it is compared: upper case, without dashes and spaces, O read as 0, I and L as 1. */
export const normalCode = (code: string): string =>
  code.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')

/** The first eight letters of a code: they name the invitation, and are no secret. */
export const selectorOf = (code: string): string => normalCode(code).slice(0, 8)

/** 256 random bits, base64url. */
export const mintToken = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)))

/** The token of a code (120 random bits, used once) and a client's key (a UUID): the same for the same two, and of neither alone. */
export async function tokenOf(code: string, key: string): Promise<string> {
  const secret = await crypto.subtle.importKey('raw', new TextEncoder().encode(code), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return base64url(new Uint8Array(await crypto.subtle.sign('HMAC', secret, new TextEncoder().encode(`session ${key}`))))
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')

/** SHA-256 in hex, of a secret or of the bytes of a request. What is hashed has 100 random bits or more, or is no secret. */
export async function hashOf(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  let text = ''
  for (const byte of digest) text += byte.toString(16).padStart(2, '0')
  return text
}
