import type { KeptFile } from '../../ports/inbox.ts'
import { type InboxItem, NEW_SHEET, type SheetState } from './inboxState.ts'

/** A file as it outlives the pane: what it says is read again, what was tried is asked again. */
export const keepItem = (of: string, { file, at, sheets }: InboxItem): KeptFile => ({
  ...file,
  of,
  at,
  sheets: Object.fromEntries([...sheets].map(([name, state]) => [name, JSON.stringify({ ...state, tried: null, fault: null })])),
})

/** A file that an earlier opening of the pane left here; of a sheet whose state cannot be read nothing was said. */
export const keptItem = ({ name, sha256, bytes, at, sheets }: KeptFile): InboxItem => ({
  file: { name, sha256, bytes },
  at,
  read: null,
  sheets: new Map(Object.entries(sheets).map(([sheet, json]) => [sheet, stateOf(json)])),
})

function stateOf(json: string): SheetState {
  try {
    const state: SheetState = JSON.parse(json)
    return { ...NEW_SHEET, ...state }
  } catch {
    return NEW_SHEET
  }
}
