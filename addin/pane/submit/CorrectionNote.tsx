import { usePane, useStore } from '../frame/usePane.ts'

/** Why accepted figures are corrected, and where the evidence is; sent with the rows, and stored in their history. */
export function CorrectionNote() {
  const { stores, actions, texts } = usePane()
  const decisions = useStore(stores.pending)?.decisions
  const words = texts.unit.correction
  return (
    <div class="reasons" data-testid="correction">
      <h3>{words.title}</h3>
      <div class="reason">
        <label for="correction-note">{words.note}</label>
        <textarea
          id="correction-note"
          rows={2}
          maxLength={500}
          required
          value={decisions?.note ?? ''}
          placeholder={words.placeholder}
          data-testid="correction-note"
          onInput={(event) => {
            const note = event.currentTarget.value
            actions.decide((before) => ({ ...before, note }))
          }}
        />
      </div>
      <div class="reason">
        <label for="correction-evidence">{words.evidence}</label>
        <input
          id="correction-evidence"
          class="wide"
          maxLength={500}
          value={decisions?.evidence ?? ''}
          data-testid="correction-evidence"
          onInput={(event) => {
            const evidence = event.currentTarget.value
            actions.decide((before) => ({ ...before, evidence }))
          }}
        />
      </div>
    </div>
  )
}
