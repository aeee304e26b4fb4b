import { asScaled, type Scaled, scaledFromDecimal } from '../quantity/scaled.ts'

/** How many decimal places 万 and 亿 move the point. */
const PLACES: Readonly<Record<string, number>> = { 万: 4, 亿: 8 }

/** The figure of "2.9万", "300" or "90%", in the base measure; undefined where it is not one. */
export function targetFigure(text: string): Scaled | undefined {
  const match = /^([+-]?[\d.]+)(万|亿)?%?$/.exec(text.normalize('NFKC').replaceAll(/\s/g, ''))
  if (!match?.[1]) return undefined
  const figure = scaledFromDecimal(match[1], PLACES[match[2] ?? ''] ?? 0)
  return figure === undefined ? undefined : asScaled(figure)
}

/** The same of a text that was checked before; throws on one that is no figure. */
export function figureOf(text: string): Scaled {
  const figure = targetFigure(text)
  if (figure === undefined) throw new RangeError(`not a figure: ${text}`)
  return figure
}
