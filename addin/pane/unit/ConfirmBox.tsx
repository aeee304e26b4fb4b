import type { Outstanding } from '../../../shared/wire/outstanding.ts'
import type { Submission } from '../../../shared/wire/submission.ts'
import { EditBox } from '../frame/EditBox.tsx'
import { usePane, useStore } from '../frame/usePane.ts'

/** Says what is outstanding before the office takes a unit's report for settled, and asks whether it is to be all the same. */
export function ConfirmBox(props: {
  outstanding: Outstanding
  submission: Submission
  act: string
  send: () => Promise<boolean>
  close: () => void
}) {
  const { stores, texts } = usePane()
  const busy = useStore(stores.busy)
  const { unapproved, missing } = props.outstanding
  const words = texts.unit.confirm
  return (
    <EditBox close={props.close}>
      <div data-testid="confirm-act" role="alert">
        {unapproved && <p class="caution">{props.submission.hasReviewer ? words.unapproved : words.noReviewer}</p>}
        {missing > 0 && <p class="caution">{words.missing(missing)}</p>}
        <p class="small">{words.noted}</p>
      </div>
      <div class="acts">
        <fluent-button
          appearance="primary"
          size="small"
          disabled={busy !== null}
          data-testid="confirm-send"
          onClick={() => void props.send().then((done) => done && props.close())}
        >
          {props.act}
        </fluent-button>
        <fluent-button size="small" onClick={props.close}>
          {texts.unit.cancel}
        </fluent-button>
      </div>
    </EditBox>
  )
}
