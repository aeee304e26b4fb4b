import { useState } from 'preact/hooks'
import type { AccountDetail } from '../../../../shared/wire/administration.ts'
import { useFirst } from '../../frame/useFirst.tsx'
import { useStore } from '../../frame/usePane.ts'
import { useWhenIdle } from '../../frame/useWhenIdle.ts'
import { DoneNotice } from '../DoneNotice.tsx'
import { useAdministration } from '../useAdministration.ts'
import { AccountItem } from './AccountItem.tsx'
import { InvitationBox } from './InvitationBox.tsx'
import { NewAccountForm } from './NewAccountForm.tsx'

const FIRST = 30

/** 账号: who can sign in, as what, for which unit; made, changed, invited, signed out and closed here. */
export function AccountsScreen() {
  const { stores, actions, texts, words, role, idle } = useAdministration()
  const accounts = useStore(stores.accounts)
  const [search, setSearch] = useState('')
  useWhenIdle('', () => void actions.loadAccounts())
  const of = words.accounts
  const found = (accounts ?? []).filter((account) => fits(account, search.trim(), texts.roles[account.role]))
  const { shown, more } = useFirst(found, FIRST)
  return (
    <section data-testid="accounts">
      <h2>{of.title}</h2>
      <p class="small">{of.lead}</p>
      <DoneNotice />
      <InvitationBox />
      {role === 'administrator' && accounts !== null && <NewAccountForm accounts={accounts} />}
      <label class="search">
        {of.search}
        <input
          value={search}
          placeholder={of.searchPlaceholder}
          autocomplete="off"
          data-testid="account-search"
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      </label>
      <div class="acts">
        <fluent-button size="small" disabled={!idle} data-testid="refresh" onClick={() => void actions.loadAccounts()}>
          {words.periods.refresh}
        </fluent-button>
      </div>
      <p class="small">{of.count(found.length, accounts?.length ?? 0)}</p>
      <ul class="plan">
        {shown.map((account) => (
          <AccountItem key={account.id} account={account} />
        ))}
      </ul>
      {more}
    </section>
  )
}

const fits = ({ id, name, reporterName }: AccountDetail, search: string, role: string): boolean =>
  search === '' || [id, name, reporterName ?? '', role].some((text) => text.includes(search))
