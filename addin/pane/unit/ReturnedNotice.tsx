import { reasonOf } from '../../flow/unit/nextStep.ts'
import { usePane, useStore } from '../frame/usePane.ts'
import { CommentedRows } from './CommentedRows.tsx'

/** First thing on the sheet's own screen where the unit's period came back: why, and each row with its cell. */
export function ReturnedNotice() {
  const { stores, texts } = usePane()
  const open = useStore(stores.unit)
  const reason = open === null ? null : reasonOf(open.unit.submission)
  if (open === null || reason === null) return null
  return (
    <div class="returnedNotice" data-testid="returned-notice">
      <div class="returned">
        <p class="first">{texts.unit.reasons[reason.by]}</p>
        <p>{reason.reason}</p>
      </div>
      <CommentedRows unit={open.unit} />
    </div>
  )
}
