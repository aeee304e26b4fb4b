/** White space of every kind, zero-width marks, bidi controls, NUL and byte order marks: nothing a person reads. */
const UNSEEN = /[\s\p{Cc}\p{Cf}]+/gu
/** Texts that are compact as they are: half-width marks and letters, Chinese letters and their punctuation. */
const COMPACT = /^[!-~\u4e00-\u9fff、。“”‘’《》【】〔〕—]*$/u
/** Longer texts are neither headings nor names: what is beyond is not looked at. */
const LONGEST = 4_000
const LONGEST_NAME = 24

/** Whether a short text is compact already. Most names are, and looking is quicker than remembering what they become. */
export function isCompact(text: string): boolean {
  if (text.length > LONGEST_NAME) return false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (!((code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff))) return false
  }
  return true
}

/** A text as it is compared: full width made half (NFKC), white space and unseen marks removed. */
export function compactText(text: string): string {
  const head = text.length > LONGEST ? text.slice(0, LONGEST) : text
  if (COMPACT.test(head)) return head
  return head.normalize('NFKC').replace(UNSEEN, '')
}

/** The same without NFKC: what a person sees, white space and unseen marks removed. */
export const withoutSpace = (text: string): string => text.replace(UNSEEN, '')
