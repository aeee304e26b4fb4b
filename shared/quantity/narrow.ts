/**
 * Full-width letters, digits and signs as their half-width ones, character for character, so that every offset in the
 * answer is one in the original ("２．１３％" → "2.13%"). A full-width comma stays one, since it separates clauses, unless
 * it stands between full-width digits. No-break and ideographic spaces become plain ones.
 */
export function narrow(text: string): string {
  if (!WIDE.test(text)) return text
  return text.replace(
    WIDE_ALL,
    (char) => SPECIAL[char] ?? (SPACE.test(char) ? ' ' : undefined) ?? String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  )
}

/** True where the text holds a full-width digit, or such a point or percent sign next to a digit. */
export const hasFullWidthDigits = (text: string): boolean => /[０-９]/.test(text) || /\d[．％]/.test(text)

/** The comma is between ＋ and －; most texts have no other wide sign, and are left as they are. */
const WIDE = /[！-＋－-～\u3000\u00a0\u2000-\u200a\u202f\u205f﹪﹣−–]|(?<=[０-９])，(?=[０-９])/
const WIDE_ALL = new RegExp(WIDE.source, 'g')
const SPACE = /\s/
const SPECIAL: Readonly<Record<string, string>> = {
  '﹪': '%',
  '﹣': '-',
  '−': '-',
  '–': '-',
}
