import { useEffect, useRef } from 'preact/hooks'
import { useEscape } from '../focus/useEscape.ts'
import { rowName } from '../frame/names.ts'
import { usePane, useStore } from '../frame/usePane.ts'

/** What would be left out if the unit said now that its report is complete; and the person decides. */
export function CompletionPanel() {
  const { stores, actions, texts } = usePane()
  const preview = useStore(stores.completion)
  const register = useStore(stores.context)?.register
  const busy = useStore(stores.busy)
  const heading = useRef<HTMLHeadingElement>(null)
  const panel = useEscape<HTMLElement>(actions.cancelCompletion)
  useEffect(() => heading.current?.focus(), [])
  if (preview === null || register === undefined) return null
  const words = texts.unit.completion
  const { missing, unsent, withheld, waiting, uncorrected } = preview
  return (
    <section data-testid="completion" ref={panel}>
      <h2 ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      <p class="small">{words.lead}</p>
      <ul class="leftOut">
        {uncorrected > 0 && <li data-testid="left-uncorrected">{words.uncorrected(uncorrected)}</li>}
        {unsent > 0 && <li data-testid="left-unsent">{words.unsent(unsent)}</li>}
        {withheld > 0 && <li data-testid="left-withheld">{words.withheld(withheld)}</li>}
        {waiting > 0 && <li data-testid="left-waiting">{words.waiting(waiting)}</li>}
        {missing.length > 0 && (
          <li data-testid="left-missing" data-count={missing.length}>
            {words.missing(missing.length)}
            <ul class="small">
              {missing.map((gap) => (
                <li key={`${gap.subject}|${gap.area}`}>{rowName(register, { ...gap, part: '' })}</li>
              ))}
            </ul>
          </li>
        )}
      </ul>
      <div class="foot">
        <div class="acts">
          <fluent-button
            appearance="primary"
            disabled={busy !== null}
            data-testid="complete-anyway"
            onClick={() => void actions.complete()}
          >
            {words.confirm}
          </fluent-button>
          <fluent-button disabled={busy !== null} data-testid="not-yet" onClick={actions.cancelCompletion}>
            {words.back}
          </fluent-button>
        </div>
      </div>
    </section>
  )
}
