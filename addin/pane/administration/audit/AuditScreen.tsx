import { useState } from 'preact/hooks'
import { type AuditWords, actorsApart } from '../../../flow/administration/auditSheet.ts'
import type { AuditFilter } from '../../../state/administration/administration.ts'
import { usePane, useStore } from '../../frame/usePane.ts'
import { useWhenIdle } from '../../frame/useWhenIdle.ts'
import { auditLines, lineText } from '../auditLines.ts'
import { type AuditNames, objectName } from '../auditNames.ts'
import { DoneNotice } from '../DoneNotice.tsx'
import { useAdministration } from '../useAdministration.ts'
import { AuditEntryItem } from './AuditEntryItem.tsx'
import { auditObject } from './auditObject.ts'

/** Kinds of acts, and single acts that are asked after by themselves. */
const KINDS = ['', 'period', 'register', 'account', 'submission', 'record', 'light', 'layout', 'document', 'city'] as const

/** 审计: who did what, when and why, newest first, with what was so before and after; and all of it as a sheet. */
export function AuditScreen() {
  const { stores, actions, texts, words, idle } = useAdministration()
  const view = useStore(stores.audit)
  const accounts = useStore(stores.accounts)
  const registers = useStore(stores.registers)
  const register = useStore(usePane().stores.context)?.register
  const [act, setAct] = useState('')
  const [object, setObject] = useState('')
  const [account, setAccount] = useState('')
  useWhenIdle('', () => void actions.readAudit({ act: '', object: '', account: '' }))
  const of = words.audit
  const read = (change: Partial<AuditFilter> = {}): void =>
    void actions.readAudit({ act, account, ...change, object: auditObject(object, accounts ?? [], register) })
  const nameOf = (id: string | undefined): string | undefined => accounts?.find((one) => one.id === id)?.name
  const filterName = [of.kinds[view?.filter.act ?? ''], view?.filter.object, nameOf(view?.filter.account)].filter(Boolean).join(' ')
  const names: AuditNames = { register, accounts: accounts ?? [], registers: registers ?? [], texts, words }
  const actorOf = actorsApart(view?.entries ?? [])
  const sheetWords: AuditWords = {
    ...of.sheet,
    time: words.fullTime,
    act: (name) => of.acts[name] ?? name,
    object: (entry) => objectName(entry, names),
    changes: (entry) =>
      auditLines(entry, names)
        .map((line) => lineText(line, names))
        .join('\n'),
  }
  return (
    <section data-testid="audit">
      <h2>{of.title}</h2>
      <p class="small">{of.lead}</p>
      <DoneNotice />
      <form
        class="edit"
        onSubmit={(event) => {
          event.preventDefault()
          read()
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
              read({ act: event.currentTarget.value })
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
          {of.who}
          <select
            value={account}
            disabled={!idle}
            data-testid="audit-who"
            onChange={(event) => {
              setAccount(event.currentTarget.value)
              read({ account: event.currentTarget.value })
            }}
          >
            <option value="">{of.kinds['']}</option>
            {(accounts ?? []).map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
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
          <fluent-button size="small" appearance="primary" disabled={!idle} data-testid="audit-read" onClick={() => read()}>
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
          <AuditEntryItem key={entry.id} entry={entry} who={actorOf(entry)} names={names} />
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
