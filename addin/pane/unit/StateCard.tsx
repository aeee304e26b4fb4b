import { sendingClosed } from '../../../shared/consolidation/sendingDays.ts'
import type { Submission } from '../../../shared/wire/submission.ts'
import { extensionState } from '../../flow/unit/extensionState.ts'
import { nextStep, reasonOf } from '../../flow/unit/nextStep.ts'
import { usePane, useStore, useToday } from '../frame/usePane.ts'

/** The three states of a unit's period, why it came back, and whose turn it is. */
export function StateCard({ submission }: { submission: Submission }) {
  const { stores, texts } = usePane()
  const period = useStore(stores.context)?.period
  const today = useToday()
  const words = texts.unit
  const { said, saidAt, onTime, signOff, signedBy, signedAt, receipt, openUntil } = submission
  const changed = submission.changedRows.length
  const days = { openUntil, locked: receipt === 'locked' }
  const closed = period === undefined ? null : sendingClosed(period, days, today)
  const extension = period === undefined || openUntil === null ? null : extensionState(period, { ...days, openUntil }, today)
  const reason = reasonOf(submission)
  const join = (...parts: readonly (string | null | false)[]): string => parts.filter(Boolean).join(' · ')
  const signed = signOff !== 'none'
  return (
    <div class="stateCard" data-testid="unit-state" data-said={said} data-sign-off={signOff} data-receipt={receipt}>
      {reason !== null && (
        <div class="returned" data-testid="unit-reason">
          <p class="first">{words.reasons[reason.by]}</p>
          <p>{reason.reason}</p>
        </div>
      )}
      <ol class="steps">
        <Step name={words.steps.said} state={words.said[said]} done={said === 'complete'}>
          {said === 'complete' && saidAt !== null && join(texts.app.time(saidAt), onTime !== null && (onTime ? words.onTime : words.late))}
        </Step>
        <Step name={words.steps.signOff} state={words.signOff[signOff]} done={signOff === 'approved'}>
          {signed && join(signedBy, signedAt && texts.app.time(signedAt))}
          {changed > 0 && (
            <span class="warn" data-testid="unit-changes">
              {signed ? words.changes(changed) : words.changesBefore(changed)}
            </span>
          )}
        </Step>
        <Step name={words.steps.receipt} state={words.receipt[receipt]} done={receipt === 'accepted' || receipt === 'locked'}>
          {extension !== null && words.extensionStates[extension.tag](extension.until)}
        </Step>
      </ol>
      <p class="small" role="status" data-testid="unit-next">
        {words.next[nextStep(submission, closed)]}
      </p>
    </div>
  )
}

function Step(props: { name: string; state: string; done: boolean; children: preact.ComponentChildren }) {
  return (
    <li class={props.done ? 'reached' : ''}>
      <span class="name">{props.name}</span>
      <span class="state">{props.state}</span>
      <span class="small">{props.children}</span>
    </li>
  )
}
