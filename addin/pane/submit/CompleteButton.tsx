import { allowedActs } from '../../../shared/wire/submissionActs.ts'
import { usePane, useStore } from '../frame/usePane.ts'

/** 报送完成, large and plain, where the state allows it. */
export function CompleteButton({ size = 'medium' }: { size?: 'medium' | 'large' }) {
  const { stores, actions, texts } = usePane()
  const context = useStore(stores.context)
  const open = useStore(stores.unit)
  const busy = useStore(stores.busy)
  if (context === null || open === null || !open.known || context.period.state !== 'open') return null
  if (!allowedActs(open.unit.submission, context.account.role, context.account.reporter === open.unit.reporter).includes('complete'))
    return null
  return (
    <fluent-button
      class="wide"
      appearance={size === 'large' ? 'primary' : 'outline'}
      size={size}
      disabled={busy !== null}
      data-testid="complete"
      onClick={() => void actions.previewCompletion()}
    >
      {texts.unit.acts.complete}
    </fluent-button>
  )
}
