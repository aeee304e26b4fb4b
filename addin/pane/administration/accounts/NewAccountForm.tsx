import { useState } from 'preact/hooks'
import type { AccountDetail } from '../../../../shared/wire/administration.ts'
import { ActForm } from '../ActForm.tsx'
import { useAdministration } from '../useAdministration.ts'
import { type AccountEntry, AccountFields, isWhole } from './AccountFields.tsx'

const ID = /^[a-z0-9][a-z0-9_-]{0,39}$/
const EMPTY: AccountEntry = { name: '', role: 'clerk', reporter: '' }

/** 新建账号: the name in addresses is proposed from the unit or the role until it is typed. */
export function NewAccountForm({ accounts }: { accounts: readonly AccountDetail[] }) {
  const { actions, words } = useAdministration()
  const [open, setOpen] = useState(false)
  const [entry, setEntry] = useState(EMPTY)
  const [typed, setTyped] = useState('')
  const of = words.accounts
  const id = typed || proposedId(entry, accounts)
  const { name, role, reporter } = entry
  return (
    <details class="formal" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary data-testid="new-account">{of.make}</summary>
      <ActForm
        testid="new-account-form"
        act={of.make}
        reason={false}
        ready={isWhole(entry) && ID.test(id)}
        onAct={() =>
          void actions.makeAccount({ id, name: name.trim(), role, reporter: reporter === '' ? null : reporter }).then((done) => {
            if (!done) return
            setEntry(EMPTY)
            setTyped('')
            setOpen(false)
          })
        }
      >
        <AccountFields entry={entry} change={setEntry} testid="new-account" />
        <label>
          {of.id}
          <input
            value={id}
            maxLength={40}
            autocomplete="off"
            spellcheck={false}
            data-testid="new-account-id"
            onInput={(event) => setTyped(event.currentTarget.value.trim())}
          />
        </label>
        {!ID.test(id) && id !== '' && <p class="caution">{of.idForm}</p>}
      </ActForm>
    </details>
  )
}

/** "jiaotong", "jiaotong-2", "auditor": free, and recognisable. */
export function proposedId(
  { role, reporter }: Pick<AccountEntry, 'role' | 'reporter'>,
  accounts: readonly Pick<AccountDetail, 'id'>[],
): string {
  const taken = new Set(accounts.map(({ id }) => id))
  const stem = reporter === '' ? role : role === 'clerk' ? reporter : `${reporter}-${role}`
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? stem : `${stem}-${n}`
    if (!taken.has(id)) return id
  }
}
