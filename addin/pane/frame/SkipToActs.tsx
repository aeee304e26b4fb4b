import { stopsIn } from '../focus/stops.ts'
import { usePane } from './usePane.ts'

/** Seen only where the Tab key comes to it: past a long list to the buttons below it. */
export function SkipToActs() {
  const { texts } = usePane()
  return (
    <button
      type="button"
      class="skip"
      data-testid="skip-to-acts"
      onClick={(event) => {
        const foot = event.currentTarget.closest('section')?.querySelector('.foot')
        if (foot) stopsIn(foot)[0]?.focus()
      }}
    >
      {texts.skipToActs}
    </button>
  )
}
