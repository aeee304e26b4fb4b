import type { OpenedSheet } from '../file/openedFile.ts'
import { escaped, inside, rootOf } from '../file/xml.ts'
import type { LooseReference } from '../looseReference.ts'
import type { PackageDraft } from './packageDraft.ts'
import type { PartDraft } from './partDraft.ts'

/** A stretch of a text, and what takes its place. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A text with stretches of it replaced, none of which reaches into another. */
export const edited = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((one, other) => other.start - one.start)
    .reduce((rest, { start, end, text: written }) => rest.slice(0, start) + written + rest.slice(end), text)

/**
 * Puts what the file says of a sheet's cells, in ways that are not known here, where the cells are by now: into drawings
 * and charts, and where the sheet has a part of its own that is being changed, into that.
 */
export function writeLoose(files: PackageDraft, loose: readonly LooseReference[], opened: OpenedSheet, draft?: PartDraft): void {
  const edits = new Map<string, Edit[]>()
  for (const [i, one] of loose.entries()) {
    if (one.text !== opened.content.loose[i]?.text) edits.set(one.path, [...(edits.get(one.path) ?? []), editOf(one)])
  }
  for (const [path, list] of edits) {
    if (path !== opened.path) files.change(path, (text) => edited(text, list))
    else if (draft) editOwn(draft, opened.xml, list)
  }
}

function editOf({ start, end, kind, text, owner, isFromZero }: LooseReference): Edit {
  if (kind === 'areas' && text === '') return { ...(owner ?? { start, end }), text: '' }
  return { start, end, text: isFromZero ? String(Number(text) - 1) : escaped(text) }
}

function editOwn(draft: PartDraft, xml: string, edits: readonly Edit[]): void {
  const pieces = inside(xml, rootOf(xml))
  for (const [i, piece] of pieces.entries()) {
    const here = edits.filter(({ start }) => start >= piece.start && start < piece.end)
    if (here.length === 0) continue
    const from = pieces[i - 1]?.end ?? rootOf(xml).from
    const dropped = here.filter(({ text }) => text === '')
    const kept = here.filter(({ text, start }) => text === '' || !dropped.some((gone) => start >= gone.start && start < gone.end))
    const moved = kept.map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from }))
    draft.edit(piece.name, (written) => (dropped.length > 0 ? withoutEmpty(edited(written, moved)) : edited(written, moved)))
  }
}

/** Lists that may not be empty, and what is around them. */
const LISTS = [
  'dataValidations',
  'conditionalFormattings',
  'sparklines',
  'sparklineGroup',
  'sparklineGroups',
  'ext',
  'extLst',
  'ignoredErrors',
  'protectedRanges',
]
const EMPTY_LIST = new RegExp(`<((?:\\w+:)?(?:${LISTS.join('|')}))\\b[^>]*>\\s*</\\1>`, 'g')

function withoutEmpty(text: string): string {
  const next = text.replace(EMPTY_LIST, '')
  return next === text ? text : withoutEmpty(next)
}
