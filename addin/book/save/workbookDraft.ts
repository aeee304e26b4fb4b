import type { DefinedName } from '../definedName.ts'
import { namesXml } from '../file/names.ts'
import type { OpenedFile } from '../file/openedFile.ts'
import { attributesOf, attributesText, inside, piecesOf, prefixedAttribute, rootOf, tagOf, writtenOf } from '../file/xml.ts'
import type { SheetContent } from '../sheetContent.ts'
import { OFFICE, STRICT } from './packageDraft.ts'
import { PartDraft, saying } from './partDraft.ts'

const ORDER =
  'fileVersion fileSharing workbookPr AlternateContent workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst'.split(
    ' ',
  )

/** A tab that a saved workbook has. */
export interface TabToWrite {
  readonly number: number
  readonly relationship: string
  readonly content: SheetContent
}

/** What of a workbook beside its sheets is to be saved. */
export interface WorkbookToWrite {
  readonly tabs: readonly TabToWrite[]
  readonly names: readonly DefinedName[]
  /** The number of the sheet that is shown. */
  readonly active: number
  /** Every formula is to be computed when the file is opened: results that hang on changed cells may be old. */
  readonly computes: boolean
}

/** The part of a workbook with what of it is another by now. */
export function workbookText(text: string, now: WorkbookToWrite, before: OpenedFile): string {
  const draft = new PartDraft(text, ORDER)
  writeTabs(draft, now, before)
  const names = namesXml(
    now.names,
    now.tabs.map(({ number, content }) => ({ number, content })),
  )
  if (names !== namesXml(before.names, before.sheets)) draft.set('definedNames', names)
  if (now.computes) {
    const written = draft.element('calcPr') ?? '<calcPr/>'
    const root = rootOf(written)
    draft.set('calcPr', saying(tagOf(written, root), { fullCalcOnLoad: '1' }) + written.slice(root.from))
  }
  return draft.text
}

function writeTabs(draft: PartDraft, { tabs, active }: WorkbookToWrite, before: OpenedFile): void {
  const place = tabs.findIndex(({ number }) => number === active)
  if (place !== before.sheets.findIndex(({ number }) => number === before.active)) showFirst(draft, place)
  const same = (tab: TabToWrite, i: number): boolean => {
    const old = before.sheets[i]
    return (
      old?.relationship === tab.relationship && old.content.name === tab.content.name && old.content.visibility === tab.content.visibility
    )
  }
  if (tabs.length === before.sheets.length && tabs.every(same)) return
  const written = draft.element('sheets') ?? '<sheets></sheets>'
  const [list] = piecesOf(written)
  const pieces = list ? inside(written, list) : []
  const prefix = draft.prefixOf([OFFICE, STRICT], 'r')
  const elements = tabs.map(({ number, relationship, content: { name, visibility } }) => {
    const said = { name, state: visibility === 'visible' ? undefined : visibility }
    const piece = pieces.find((one) => prefixedAttribute(attributesOf(written, one), 'id') === relationship)
    if (piece) return saying(tagOf(written, piece), said) + writtenOf(written, piece).slice(piece.from - piece.start)
    return `<sheet${attributesText({ name, sheetId: number, state: said.state, [`${prefix}id`]: relationship })}/>`
  })
  draft.set('sheets', `<sheets>${elements.join('')}</sheets>`)
}

function showFirst(draft: PartDraft, place: number): void {
  const written = draft.element('bookViews') ?? '<bookViews><workbookView/></bookViews>'
  const [view] = inside(written, rootOf(written))
  if (!view) return
  const said = { activeTab: place > 0 ? place : undefined, firstSheet: undefined }
  draft.set('bookViews', written.slice(0, view.start) + saying(tagOf(written, view), said) + written.slice(view.from))
}
