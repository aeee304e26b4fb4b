import { never } from '../../base/never.ts'
import type { Correction, RecognizedColumn } from '../../record/reading.ts'
import type { RememberedColumn, RememberedLayout } from '../../record/rememberedLayout.ts'
import type { Register } from '../../register/register.ts'
import { columnAnchor } from '../rows/applyCorrections.ts'
import { headingWords } from './headingWords.ts'

/** The columns of a table with the words that may be stored of their headings, and which of equal ones each is. */
function placesOf(columns: readonly RecognizedColumn[], wordsOf: (column: RecognizedColumn) => string) {
  const seen = new Map<string, number>()
  return columns.map((column) => {
    const words = wordsOf(column)
    const occurrence = (seen.get(words) ?? 0) + 1
    seen.set(words, occurrence)
    return { column, words, occurrence }
  })
}
const anchorsOf = (columns: readonly RecognizedColumn[]) => placesOf(columns, columnAnchor)
const headingsOf = (columns: readonly RecognizedColumn[]) => placesOf(columns, ({ header }) => headingWords(header))

/**
 * What of corrections of a table may be remembered beyond its workbook.
 *
 *     correction   anchored by                              remembered
 *     column       the heading's path                       yes, under the words that may be stored of it
 *     row          names of projects, places, people        never
 *     skipRow      the same                                 never
 *     ledger       the heading's path                       not yet
 *     sheet        whose sheet it is, of which month        never: it is for one reporter and period
 *     headerRow    all cells of a row that was no heading   never: what is in it is known only once it is read
 */
export function rememberable(corrections: readonly Correction[], columns: readonly RecognizedColumn[]): readonly RememberedColumn[] {
  const anchors = anchorsOf(columns)
  const headings = headingsOf(columns)
  return corrections.flatMap((correction): readonly RememberedColumn[] => {
    switch (correction.kind) {
      case 'column': {
        const { anchor, occurrence } = correction
        const place = headings[anchors.findIndex((one) => one.words === anchor && one.occurrence === occurrence)]
        return place === undefined || place.words === ''
          ? []
          : [{ ...saidOf(correction), heading: place.words, occurrence: place.occurrence }]
      }
      case 'row':
      case 'skipRow':
      case 'headerRow':
      case 'ledger':
      case 'sheet':
        return []
      default:
        return never(correction.kind)
    }
  })
}

/**
 * What is said of a column, and nothing else of the correction: whoever gives `Correction` one more property has to decide
 * here whether it may be stored.
 */
function saidOf(correction: Correction): Pick<Correction, 'field' | 'subject' | 'area' | 'use'> {
  const { kind: _kind, anchor: _anchor, occurrence: _occurrence, ...said } = correction
  const { field: _field, subject: _subject, area: _area, use: _use, ...others } = said
  others satisfies Readonly<Record<keyof typeof others, never>>
  return said
}

/** Remembered columns as corrections of this table, with the column that each is of; what the register has not is left out. */
export function asCorrections(
  { columns: remembered, register: of }: RememberedLayout,
  columns: readonly RecognizedColumn[],
  register: Register,
): readonly { readonly column: number; readonly said: RememberedColumn; readonly correction: Correction }[] {
  const anchors = anchorsOf(columns)
  const headings = headingsOf(columns)
  return remembered.flatMap((one) => {
    const { heading, occurrence, ...said } = one
    const at = headings.findIndex((place) => place.words === heading && place.occurrence === occurrence)
    const place = anchors[at]
    if (place === undefined || !isKnown(one, of, register)) return []
    const correction: Correction = { ...said, kind: 'column', anchor: place.words, occurrence: place.occurrence }
    return [{ column: place.column.column, said: one, correction }]
  })
}

/** Whether the register has the subject and the area that are named; 7.1.a of another year is another indicator. */
function isKnown({ subject, area }: RememberedColumn, of: string, register: Register): boolean {
  const { id, indicators, tasks, areas, city } = register
  if (typeof subject === 'string' && (of !== id || ![...indicators, ...tasks].some((one) => one.id === subject))) return false
  return typeof area !== 'string' || (of === id && (area === city || areas.some(({ code }) => code === area)))
}
