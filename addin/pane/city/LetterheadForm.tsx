import { useState } from 'preact/hooks'
import type { DocumentAsk } from '../../../shared/wire/document.ts'
import { usePane, useStore } from '../frame/usePane.ts'
import type { LetterheadField } from '../text/cityTexts.ts'
import { useCity } from './useCity.ts'

/** What only a person can say of each document that is issued, in the order of its pages. */
const FIELDS: Readonly<Record<IssuedKind, readonly LetterheadField[]>> = {
  report: ['issuer', 'number', 'signatory', 'addressee', 'annexes', 'date', 'copyTo', 'printedBy', 'printedOn'],
  circular: ['issuer', 'number', 'addressee', 'lead', 'demands', 'annexes', 'date', 'copyTo', 'printedBy', 'printedOn'],
}
type IssuedKind = Extract<DocumentAsk['kind'], 'report' | 'circular'>
const DAYS: ReadonlySet<LetterheadField> = new Set(['date', 'printedOn'])
/** Of several lines, a paragraph each, with as many characters as the server takes. */
const LONG: ReadonlySet<LetterheadField> = new Set(['lead', 'demands', 'annexes', 'copyTo'])
const LONGEST = { line: 80, copyTo: 400, paragraphs: 4000 } as const

/** The form of one document that is issued; what is left empty stays blank in the document, or is left out. */
export function LetterheadForm({ kind }: { readonly kind: IssuedKind }) {
  const { stores, actions } = usePane()
  const busy = useStore(stores.busy)
  const [values, setValues] = useState<Partial<Record<LetterheadField, string>>>({})
  const words = useCity().words.documents
  const write = (): void => {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''))
    void actions.openDocument({ kind, format: 'docx', formal: true, ...given })
  }
  return (
    <form
      class="edit"
      data-testid={`letterhead-of-${kind}`}
      onSubmit={(event) => {
        event.preventDefault()
        write()
      }}
    >
      {FIELDS[kind].map((field) => (
        <Field
          key={field}
          field={field}
          value={values[field] ?? ''}
          testid={`${kind === 'report' ? 'letterhead' : 'circular'}-${field}`}
          onValue={(value) => setValues({ ...values, [field]: value })}
        />
      ))}
      <p class="small">{words.blank[kind]}</p>
      <div class="acts">
        <fluent-button
          size="small"
          appearance="primary"
          disabled={busy !== null}
          data-testid={kind === 'report' ? 'letterhead-write' : 'circular-write'}
          onClick={write}
        >
          {words.write[kind]}
        </fluent-button>
        {kind === 'report' && (
          <fluent-button
            size="small"
            disabled={busy !== null}
            data-testid="letterhead-sources"
            onClick={() => void actions.openDocument({ kind: 'sources', format: 'xlsx', formal: true })}
          >
            {words.writeSources}
          </fluent-button>
        )}
      </div>
    </form>
  )
}

interface FieldProps {
  readonly field: LetterheadField
  readonly value: string
  readonly testid: string
  onValue(value: string): void
}

function Field({ field, value, testid, onValue }: FieldProps) {
  const words = useCity().words.documents
  const shared = { id: testid, autocomplete: 'off', value, 'data-testid': testid }
  return (
    <label for={testid}>
      {words.letterhead[field]}
      {LONG.has(field) ? (
        <textarea
          {...shared}
          rows={field === 'demands' || field === 'lead' ? 3 : 2}
          maxLength={field === 'copyTo' ? LONGEST.copyTo : LONGEST.paragraphs}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          {...(DAYS.has(field) ? { type: 'date' } : {})}
          maxLength={LONGEST.line}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </label>
  )
}
