import { useState } from 'preact/hooks'
import type { Submission } from '../../../shared/wire/submission.ts'
import { usePane, useStore } from '../frame/usePane.ts'
import { ReasonBox } from './ReasonBox.tsx'

/** More time for this unit alone, until a day and for a reason; or taking it back. */
export function ExtensionForm({ submission }: { submission: Submission }) {
  const { stores, actions, texts } = usePane()
  const period = useStore(stores.context)?.period
  const [until, setUntil] = useState(submission.openUntil ?? '')
  const [asking, setAsking] = useState<'give' | 'take' | null>(null)
  const words = texts.unit.extension
  if (period === undefined) return null
  return (
    <details class="formal" data-testid="extension">
      <summary>{words.title}</summary>
      <p class="small">{words.lead}</p>
      <label class="choice">
        {words.until}
        <input
          type="date"
          value={until}
          min={period.softDeadline}
          data-testid="extension-until"
          onInput={(event) => setUntil(event.currentTarget.value)}
        />
      </label>
      <div class="acts">
        <button type="button" class="plain" disabled={until === ''} data-testid="extension-give" onClick={() => setAsking('give')}>
          {words.act}
        </button>
        {submission.openUntil !== null && (
          <button type="button" class="plain" data-testid="extension-take" onClick={() => setAsking('take')}>
            {words.takeBack}
          </button>
        )}
      </div>
      {asking !== null && (
        <ReasonBox
          key={asking}
          label={texts.unit.reason}
          act={asking === 'give' ? words.act : words.takeBack}
          limit={500}
          send={(reason) => actions.setExtension(asking === 'give' ? until : null, reason)}
          close={() => setAsking(null)}
        />
      )}
    </details>
  )
}
