import type { SheetCheck } from '../../flow/submit/checkSheet.ts'
import { usePane } from '../frame/usePane.ts'

/** Whether the sheet was read by what was remembered of its layout, and the way to have it otherwise. */
export function LayoutNote({ check }: { check: SheetCheck }) {
  const { actions, texts } = usePane()
  const note = noteOf(check)
  const words = texts.layouts
  if (note === null) return null
  const { sheetName } = check.reading
  const [text, act, use] = {
    applied: () => [words.readBy[note.scope](note.columns), words.undo, check.layoutUse === 'insisted' ? null : 'ignored'] as const,
    against: () => [words.against[note.scope](note.heading), words.insist, 'insisted'] as const,
    ignored: () => [words.ignored, words.use, null] as const,
  }[note.tag]()
  return (
    <p class="small layout" role="status" data-testid="layout-note" data-note={note.tag} data-scope={note.scope}>
      {text}
      {/* one button whatever is said, so that the focus stays on it */}
      <fluent-button size="small" appearance="subtle" data-testid="layout-use" onClick={() => void actions.useLayouts(sheetName, use)}>
        {act}
      </fluent-button>
    </p>
  )
}

interface Note {
  readonly tag: 'applied' | 'against' | 'ignored'
  readonly scope: 'unit' | 'city'
  /** How many columns are read by it. */
  readonly columns: number
  /** What the figures prove and what would not hold. */
  readonly heading: string
}

/** What of the tables is to be said first: what was not applied, what was, what could be. */
function noteOf({ reading: { tables }, layouts, layoutUse }: SheetCheck): Note | null {
  const recalled = tables.flatMap(({ memory }) => memory.recalled ?? [])
  const against = recalled.find((one) => one.against !== undefined)
  if (against) return { tag: 'against', scope: against.scope, columns: 0, heading: against.against?.header ?? '' }
  const applied = recalled.filter(({ columns }) => columns.length > 0)
  const [first] = applied
  if (first) {
    const columns = applied.reduce((sum, one) => sum + one.columns.length, 0)
    return { tag: 'applied', scope: first.scope, columns, heading: '' }
  }
  const known = layouts.find(({ layout }) => tables.some(({ memory }) => memory.layout === layout))
  return layoutUse === 'ignored' && known ? { tag: 'ignored', scope: known.scope, columns: 0, heading: '' } : null
}
