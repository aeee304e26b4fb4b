import { address } from '../../../shared/grid/a1.ts'
import { attributesOf, attributesText, inside, isOn, rootOf, tagOf, writtenOf } from '../file/xml.ts'
import type { Frozen } from '../sheetContent.ts'
import { type PartDraft, saying } from './partDraft.ts'

/** What the window on a sheet shows. */
export interface SheetView {
  readonly gridlines: boolean
  readonly frozen: Frozen
}

/**
 * Puts into a sheet's part how it is viewed, where this is another by now. `isShown` says whether it is the sheet that is
 * shown, where this is another than in the file: of two that say so Excel makes a group, and what is typed into one goes
 * into both.
 */
export function writeView(draft: PartDraft, now: SheetView, before: SheetView, isShown?: boolean): void {
  const written = draft.element('sheetViews') ?? '<sheetViews><sheetView workbookViewId="0"/></sheetViews>'
  const view = inside(written, rootOf(written))[0]
  if (!view) return
  const isSelected = isOn(attributesOf(written, view).tabSelected)
  const said = {
    ...(now.gridlines === before.gridlines ? {} : { showGridLines: now.gridlines ? undefined : '0' }),
    ...(isShown === undefined || isShown === isSelected ? {} : { tabSelected: isShown ? '1' : undefined }),
  }
  const hasOtherPanes = now.frozen.rows !== before.frozen.rows || now.frozen.columns !== before.frozen.columns
  if (Object.keys(said).length === 0 && !hasOtherPanes) return
  const tag = saying(tagOf(written, view), said)
  const rest = hasOtherPanes
    ? frozenParts(tag, written.slice(view.start, view.end), now.frozen)
    : { tag, inner: written.slice(view.from, view.end) }
  draft.set('sheetViews', written.slice(0, view.start) + rest.tag + rest.inner + written.slice(view.end))
}

/** A view with other panes: what was selected in each is gone with those there were. */
function frozenParts(tag: string, written: string, frozen: Frozen): { readonly tag: string; readonly inner: string } {
  const others = inside(written, rootOf(written)).filter(({ name }) => name !== 'pane' && name !== 'selection')
  const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? ''
  const inner = paneXml(frozen) + others.map((piece) => writtenOf(written, piece)).join('')
  return { tag: saying(tag.replace(/\s*\/>$/, '>'), { topLeftCell: undefined }), inner: `${inner}</${name}>` }
}

function paneXml({ rows, columns }: Frozen): string {
  if (rows === 0 && columns === 0) return ''
  const activePane = rows > 0 ? (columns > 0 ? 'bottomRight' : 'bottomLeft') : 'topRight'
  const said = {
    xSplit: columns || undefined,
    ySplit: rows || undefined,
    topLeftCell: address(rows + 1, columns + 1),
    activePane,
    state: 'frozen',
  }
  return `<pane${attributesText(said)}/><selection pane="${activePane}"/>`
}
