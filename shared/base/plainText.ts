/** Characters that are composed otherwise are one character; what nobody sees (zero-width marks, bidi controls, NUL) is nothing. */
const UNSEEN = /[\p{Cc}\p{Cf}]+/gu
const ORDINARY = /^[!-~\u4e00-\u9fff]*$/u

/**
 * A text that is a key, as a batch of works: 一期, 一期␠ and 一期 with a zero-width space are one. White space is left out, as
 * the reader of sheets does; what can be seen stays as it was written: 一期（南） and 一期(南) are two.
 */
export const keyText = (text: string): string =>
  ORDINARY.test(text) ? text : text.normalize('NFC').replace(/\s+/gu, '').replace(UNSEEN, '')

/** A name as it is kept: what nobody sees is left out, and white space is one space between words. */
export const nameText = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').replace(UNSEEN, '').trim()
