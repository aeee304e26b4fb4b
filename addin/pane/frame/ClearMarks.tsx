import type { Unmarked } from '../../ports/workbook.ts'
import type { Texts } from '../text/texts.ts'
import { usePane, useStore } from './usePane.ts'

/** Takes our marks off every sheet of the workbook, wherever the person is in the pane, and says what came of it. */
export function ClearMarks() {
  const { stores, actions, actionContext, texts } = usePane()
  const { last } = useStore(stores.unmarked)
  const { keepsUndo } = actionContext.ports.workbook.capabilities
  return (
    <div class="clearMarks">
      <fluent-button size="small" appearance="subtle" data-testid="clear-marks" onClick={() => void actions.clearMarks()}>
        {texts.marks.clearAll}
      </fluent-button>
      {!keepsUndo && <p class="small">{texts.marks.undoLost}</p>}
      <p class="small" role="status" data-testid="marks-cleared">
        {last !== null && clearedText(texts, last)}
      </p>
    </div>
  )
}

/** Which sheets are clear, which are not, and why. */
export function clearedText({ marks, separator }: Texts, { sheets, protected: kept, unread }: Unmarked): string {
  const named = (all: readonly string[]): string => {
    const names = all.slice(0, 3).map((name) => `“${name}”`)
    return marks.sheets(names.join(separator), all.length)
  }
  const parts = [
    sheets.length > 0 && marks.cleared(named(sheets)),
    kept.length > 0 && marks.protected(named(kept)),
    unread > 0 && marks.unread(unread),
  ].filter((part) => part !== false)
  return parts.length === 0 ? marks.none : parts.join('')
}
