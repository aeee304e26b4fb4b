import { ClearMarks } from '../frame/ClearMarks.tsx'
import { usePane, useStore } from '../frame/usePane.ts'

/**
 * Marks of the check in its sheet: a switch; where every write clears what the person could undo, a button that is pressed
 * knowingly.
 */
export function MarksChoice() {
  const { stores, actions, actionContext, texts } = usePane()
  const checked = useStore(stores.checked)
  const busy = useStore(stores.busy)
  if (checked.tag !== 'checked') return null
  const { marked } = checked
  return (
    <div class="marks">
      {actionContext.ports.workbook.capabilities.keepsUndo ? (
        <div class="switch">
          <fluent-switch
            checked={marked}
            disabled={busy !== null}
            data-testid="marks"
            aria-label={texts.check.marks}
            onChange={(event) => void actions.setMarks(event.currentTarget.checked)}
          />
          <span aria-hidden="true">{texts.check.marks}</span>
        </div>
      ) : (
        <fluent-button size="small" disabled={busy !== null} data-testid="marks" onClick={() => void actions.setMarks(!marked)}>
          {marked ? texts.marks.hide : texts.marks.show}
        </fluent-button>
      )}
      <ClearMarks />
    </div>
  )
}
