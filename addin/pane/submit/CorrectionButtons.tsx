import { usePane } from '../frame/usePane.ts'

/** Read it so, or leave it. */
export function CorrectionButtons({ save, cancel }: { save: () => void; cancel: () => void }) {
  const { texts } = usePane()
  return (
    <div class="acts">
      <fluent-button size="small" appearance="primary" data-testid="save-correction" onClick={save}>
        {texts.reading.save}
      </fluent-button>
      <fluent-button size="small" onClick={cancel}>
        {texts.reading.cancel}
      </fluent-button>
    </div>
  )
}
