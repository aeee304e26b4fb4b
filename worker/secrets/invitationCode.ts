/** Crockford's base 32: no I, L, O and U, which are read as other letters or words. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SELECTOR_LETTERS = 8

/** `random` bytes as a person can type them, in groups of four: "7KQ2-M4XD-…". */
export function mintInvitationCode(random: Uint8Array = crypto.getRandomValues(new Uint8Array(24))): string {
  const letters = [...random].map((byte) => ALPHABET[byte % 32]).join('')
  return (letters.match(/.{1,4}/g) ?? []).join('-')
}

/** The code as it is compared: upper case, without dashes and spaces, O read as 0, I and L as 1. */
export const normalCode = (code: string): string =>
  code.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')

/** The first letters of a code: they name the invitation, so that its failures can be counted, and are no secret. */
export const selectorOf = (code: string): string => normalCode(code).slice(0, SELECTOR_LETTERS)
