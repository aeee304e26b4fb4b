import { useState } from 'preact/hooks'
import type { AuditWords } from '../../flow/auditSheet.ts'
import { useStore } from '../usePane.ts'
import { AuditEntryItem } from './AuditEntryItem.tsx'
import { auditLines, lineText } from './auditLines.ts'
import { Said } from './Said.tsx'
import { useAdministration, useOnceIdle } from './useAdministration.ts'

/** Kinds of acts, and single acts that are asked after by themselves. */
const KINDS = ['', 'period', 'register', 'account', 'submission', 'record', 'light', 'document', 'city'] as const

/** 审计: who did what, when and why, newest first, with what stood before and after; and all of it as a sheet. */
export function AuditScreen() {
  const { stores, actions, texts, words, idle } = useAdministration()
  const view = useStore(stores.audit)
  const accounts = useStore(stores.accounts)
  const [act, setAct] = useState('')
  const [object, setObject] = useState('')
  useOnceIdle(idle, () => void actions.readAudit({ act: '', object: '' }))
  const of = words.audit
  const read = (filter: { act: string; object: string }): void => void actions.readAudit({ act: filter.act, object: filter.object.trim() })
  const filterName = [of.kinds[view?.filter.act ?? ''], view?.filter.object].filter(Boolean).join(' ')
  const sheetWords: AuditWords = {
    ...of.sheet,
    time: words.fullTime,
    act: (name) => of.acts[name] ?? name,
    changes: (entry) =>
      auditLines(entry, accounts ?? [], texts, words)
        .map((line) => lineText(line, texts, words))
        .join('\n'),
  }
  return (
    <section data-testid="audit">
      <h2>{of.title}</h2>
      <p class="small">{of.lead}</p>
      <Said />
      <form
        class="edit"
        onSubmit={(event) => {
          event.preventDefault()
          read({ act, object })
        }}
      >
        <label>
          {of.act}
          <select
            value={act}
            disabled={!idle}
            data-testid="audit-act"
            onChange={(event) => {
              setAct(event.currentTarget.value)
              read({ act: event.currentTarget.value, object })
            }}
          >
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {of.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {of.object}
          <input
            value={object}
            maxLength={80}
            placeholder={of.objectPlaceholder}
            autocomplete="off"
            data-testid="audit-object"
            onInput={(event) => setObject(event.currentTarget.value)}
          />
        </label>
        <div class="acts">
          <fluent-button size="small" appearance="primary" disabled={!idle} data-testid="audit-read" onClick={() => read({ act, object })}>
            {of.read}
          </fluent-button>
          <fluent-button
            size="small"
            disabled={!idle || view === null || view.entries.length === 0}
            data-testid="audit-write"
            onClick={() => void actions.writeAudit(sheetWords, filterName)}
          >
            {of.write}
          </fluent-button>
        </div>
      </form>
      {view !== null && view.entries.length === 0 && <p>{of.none}</p>}
      <ul class="plan">
        {view?.entries.map((entry) => (
          <AuditEntryItem key={entry.id} entry={entry} accounts={accounts ?? []} />
        ))}
      </ul>
      {view !== null && view.next !== null && (
        <fluent-button
          class="wide"
          appearance="subtle"
          disabled={!idle}
          data-testid="audit-more"
          onClick={() => void actions.continueAudit()}
        >
          {of.older}
        </fluent-button>
      )}
    </section>
  )
}
