import { base64url } from './base64url.ts'

/** 256 random bits, base64url: 43 characters. */
export const mintToken = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)))

/** The token of a code (120 random bits, used once) and a client's key (a UUID): the same for the same two, and of neither alone. */
export async function tokenOf(code: string, key: string): Promise<string> {
  const secret = await crypto.subtle.importKey('raw', new TextEncoder().encode(code), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return base64url(new Uint8Array(await crypto.subtle.sign('HMAC', secret, new TextEncoder().encode(`session ${key}`))))
}
