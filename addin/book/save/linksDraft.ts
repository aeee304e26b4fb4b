import { areaText } from '../area.ts'
import type { OpenedSheet } from '../file/openedFile.ts'
import { inside, piecesOf, rootOf, tagOf } from '../file/xml.ts'
import type { Row } from '../sheetContent.ts'
import { type PartDraft, saying } from './partDraft.ts'
import { areInPlace, placesOf } from './placesOf.ts'

/** Puts the links of a sheet where their cells are by now; those whose cells are gone, or lead nowhere any more, go. */
export function writeLinks(draft: PartDraft, rows: ReadonlyMap<number, Row>, { links }: OpenedSheet): void {
  if (links.length === 0) return
  const places = placesOf(rows, ({ link }) => link?.from)
  if (areInPlace(links, places)) return
  const written = draft.element('hyperlinks') ?? ''
  const root = rootOf(written)
  const kept = inside(written, root).flatMap((piece, i) => {
    const [place, link] = [places.get(i), links[i]]
    if (!place || !link) return []
    const ref = areaText({ top: place.row, left: place.column, bottom: place.row + link.rows - 1, right: place.column + link.columns - 1 })
    return [saying(tagOf(written, piece), { ref }) + written.slice(piece.from, piece.end)]
  })
  const [list] = piecesOf(written)
  draft.set('hyperlinks', kept.length === 0 || !list ? '' : tagOf(written, list) + kept.join('') + written.slice(list.to, list.end))
}
