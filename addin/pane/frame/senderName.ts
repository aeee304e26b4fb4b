import type { Texts } from '../text/texts.ts'

/** Who wrote a version of a row, under the name that tells people apart; what the office sent for the unit is called so. */
export const senderName = (texts: Texts, { onBehalf }: { readonly onBehalf: boolean }, name: string): string =>
  onBehalf ? texts.unit.onBehalf.sender(name) : name
