import { isKeyOf } from '../../../shared/base/keysOf.ts'
import type { DeliveryFault } from '../../flow/submit/deliver.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import { usePane } from '../frame/usePane.ts'
import type { InboxTexts } from '../text/inboxTexts.ts'

/** Why a sheet was not sent. */
export function FaultText({ fault, words }: { readonly fault: DeliveryFault | ApiFault; readonly words: InboxTexts }) {
  const { texts } = usePane()
  const cause = fault.tag === 'undelivered' ? fault.cause : fault
  const text =
    cause.tag === 'problem' ? texts.problems[isKeyOf(texts.problems, cause.code) ? cause.code : 'internal'] : texts.faults[cause.tag]
  const isAccepted = cause.tag === 'problem' && cause.code === 'noteRequired'
  return (
    <p class="unsure" role="alert" data-testid="inbox-fault">
      {isAccepted ? words.noteNeeded : `${text.what}${text.todo}`}
    </p>
  )
}
