import { useState } from 'preact/hooks'
import { usePane, useStore } from '../frame/usePane.ts'
import type { LetterheadField } from '../text/cityTexts.ts'
import { useCity } from './useCity.ts'

const FIELDS: readonly LetterheadField[] = ['issuer', 'number', 'signatory', 'addressee', 'date']

/** What only a person can say of a formal report; what is left empty stays blank in the document. */
export function LetterheadForm() {
  const { stores, actions } = usePane()
  const busy = useStore(stores.busy)
  const [values, setValues] = useState<Partial<Record<LetterheadField, string>>>({})
  const words = useCity().words.documents
  const write = (): void => {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''))
    void actions.openDocument({ kind: 'report', format: 'docx', formal: true, ...given })
  }
  return (
    <form
      class="edit"
      data-testid="letterhead"
      onSubmit={(event) => {
        event.preventDefault()
        write()
      }}
    >
      {FIELDS.map((field) => (
        <label key={field}>
          {words.letterhead[field]}
          <input
            {...(field === 'date' ? { type: 'date' } : {})}
            maxLength={80}
            autocomplete="off"
            value={values[field] ?? ''}
            data-testid={`letterhead-${field}`}
            onInput={(event) => setValues({ ...values, [field]: event.currentTarget.value })}
          />
        </label>
      ))}
      <p class="small">{words.blank}</p>
      <fluent-button size="small" appearance="primary" disabled={busy !== null} data-testid="letterhead-write" onClick={write}>
        {words.write}
      </fluent-button>
      <fluent-button
        size="small"
        disabled={busy !== null}
        data-testid="letterhead-sources"
        onClick={() => void actions.openDocument({ kind: 'sources', format: 'xlsx', formal: true })}
      >
        {words.writeSources}
      </fluent-button>
    </form>
  )
}
