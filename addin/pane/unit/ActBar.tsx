import { useState } from 'preact/hooks'
import { outstandingOf, SETTLES } from '../../../shared/wire/outstanding.ts'
import type { Submission } from '../../../shared/wire/submission.ts'
import { allowedActs, SUBMISSION_ACTS, type SubmissionAct } from '../../../shared/wire/submissionActs.ts'
import { waitsForUnit } from '../../flow/unit/filesOnBehalf.ts'
import { missingOf } from '../../flow/unit/missingOf.ts'
import { useJudgedOn, usePane, useStore } from '../frame/usePane.ts'
import { ConfirmBox } from './ConfirmBox.tsx'
import { ReasonBox } from './ReasonBox.tsx'

/** Acts that go forward; the others are offered next to them, less prominently. */
const FORWARD: ReadonlySet<SubmissionAct> = new Set(['complete', 'review', 'approve', 'receive', 'accept', 'lock'])

/** What the person may do with the unit's period at this state, by the table that the server decides by. */
export function ActBar({ submission }: { submission: Submission }) {
  const { stores, actions, texts } = usePane()
  const account = useStore(stores.context)?.account
  const period = useStore(stores.context)?.period
  const busy = useStore(stores.busy)
  const unit = useStore(stores.unit)?.unit
  const register = useStore(stores.context)?.register
  const [asking, setAsking] = useState<SubmissionAct | null>(null)
  if (account === undefined) return null
  const on = useJudgedOn()
  const open = period?.state === 'open'
  const acts = allowedActs(submission, account.role, account.reporter === submission.reporter)
    .filter((act) => act !== 'take-over' || submission.filesOnBehalf.some(waitsForUnit))
    .filter((act) => open || !('clerk' in SUBMISSION_ACTS[act].roles))
    .sort((a, b) => Number(FORWARD.has(b)) - Number(FORWARD.has(a)))
  if (acts.length === 0) return null
  const words = texts.unit
  const missing = unit === undefined || register === undefined || on === null ? 0 : missingOf(register, unit, on).length
  const outstanding = outstandingOf({ ...submission, missing })
  const press = (act: SubmissionAct): void => {
    if (act === 'complete') void actions.previewCompletion()
    else if (SUBMISSION_ACTS[act].reason || (SETTLES.has(act) && outstanding !== null)) setAsking(act)
    else void actions.act(act, null)
  }
  return (
    <div>
      <div class="acts">
        {acts.map((act) => (
          <fluent-button
            key={act}
            appearance={FORWARD.has(act) ? 'primary' : 'outline'}
            disabled={busy !== null}
            data-testid={`act-${act}`}
            onClick={() => press(act)}
          >
            {words.acts[act]}
          </fluent-button>
        ))}
      </div>
      {acts.map((act) => words.hints[act] && <p class="small">{words.hints[act]}</p>)}
      {asking !== null && acts.includes(asking) && outstanding !== null && SETTLES.has(asking) && (
        <ConfirmBox
          outstanding={outstanding}
          submission={submission}
          act={words.confirm.anyway(words.acts[asking])}
          send={() => actions.act(asking, null, true)}
          close={() => setAsking(null)}
        />
      )}
      {asking !== null && acts.includes(asking) && SUBMISSION_ACTS[asking].reason && (
        <ReasonBox
          label={`${words.acts[asking]}${texts.colon}${words.reason}`}
          act={words.acts[asking]}
          limit={500}
          send={(reason) => actions.act(asking, reason)}
          close={() => setAsking(null)}
        />
      )}
    </div>
  )
}
