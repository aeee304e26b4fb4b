import { reasonOf } from '../../flow/unit/nextStep.ts'
import { lazy } from '../frame/lazy.tsx'
import { usePane, useStore } from '../frame/usePane.ts'

const Notice = lazy(async () => (await import('./ReturnedNotice.tsx')).ReturnedNotice)

/** On the sheet's own screen: which state the unit's period is in, and why it came back. */
export function OwnState() {
  const { stores, texts } = usePane()
  const open = useStore(stores.unit)
  const reporter = useStore(stores.context)?.account.reporter
  if (open === null || open.unit.reporter !== reporter) return null
  const { submission } = open.unit
  const words = texts.unit
  const states = [
    words.said[submission.said],
    submission.signOff !== 'none' && words.signOff[submission.signOff],
    submission.receipt !== 'none' && words.receipt[submission.receipt],
  ]
  return (
    <>
      {reasonOf(submission) !== null && <Notice />}
      <p class="small" data-testid="own-state" data-said={submission.said} data-receipt={submission.receipt}>
        {words.title}
        {texts.colon}
        {states.filter(Boolean).join(' · ')}
      </p>
    </>
  )
}
