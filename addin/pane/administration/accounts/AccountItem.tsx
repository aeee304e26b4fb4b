import { useState } from 'preact/hooks'
import type { AccountDetail } from '../../../../shared/wire/administration.ts'
import { usePane, useStore } from '../../frame/usePane.ts'
import { ActForm } from '../ActForm.tsx'
import { ActRow, type OfferedAct } from '../ActRow.tsx'
import { useAdministration } from '../useAdministration.ts'
import { type AccountEntry, AccountFields, isWhole } from './AccountFields.tsx'

/** One account: who, what, where signed in; and what an administrator may do with it. */
export function AccountItem({ account }: { account: AccountDetail }) {
  const { texts, words, role } = useAdministration()
  const { id, name, active, devices, lastSignInAt, invitedUntil, reporterName, identity } = account
  const of = words.accounts
  const facts = [
    reporterName,
    devices === 0 ? of.noDevice : of.devices(devices),
    lastSignInAt === null ? of.neverSignedIn : of.lastSignIn(words.fullTime(lastSignInAt)),
    invitedUntil === null ? null : of.invited(words.fullTime(invitedUntil)),
    identity === null ? null : of.tied(identity),
  ]
  const summary = (
    <>
      <div class="head">
        <span class="title">{name}</span>
        <span class="badge">{active ? texts.roles[account.role] : of.closed}</span>
      </div>
      <p class="small">{[id, ...facts].filter(Boolean).join(' · ')}</p>
    </>
  )
  return (
    <li data-testid="account" data-account={id} data-active={active} data-devices={devices}>
      {role === 'administrator' ? (
        <details class="entry">
          <summary data-testid={`account-${id}`}>{summary}</summary>
          <AccountActs account={account} />
        </details>
      ) : (
        summary
      )}
    </li>
  )
}

function AccountActs({ account }: { account: AccountDetail }) {
  const pane = usePane()
  const { actions, words } = useAdministration()
  const session = useStore(pane.stores.session)
  const cityLogin = useStore(pane.stores.cityLogin)
  const of = words.accounts
  const { id, name, role, reporter, active } = account
  const myself = session.tag === 'signedIn' && session.account.id === id
  const turn = (close: () => void) => (
    <ActForm
      testid="account-turn"
      act={active ? of.close : of.reopen}
      lead={active ? of.closeLead : of.reopenLead}
      reason
      onAct={(reason) => void actions.changeAccount(id, { name, role, reporter, active: !active, reason }).then((done) => done && close())}
    />
  )
  const acts: readonly OfferedAct[] = [
    { name: 'change', word: of.change, form: (close) => <ChangeForm account={account} myself={myself} close={close} /> },
    ...(active ? [{ name: 'invite', word: of.invite, form: (close: () => void) => <InviteForm account={account} close={close} /> }] : []),
    ...(account.devices > 0
      ? [
          {
            name: 'sign-out',
            word: of.signOut,
            form: (close: () => void) => (
              <ActForm
                testid="account-sign-out"
                act={of.signOut}
                lead={myself ? of.signOutMyself : of.signOutLead}
                reason={false}
                onAct={() => void actions.signOutAccount(account).then((done) => done && close())}
              />
            ),
          },
        ]
      : []),
    ...(cityLogin || account.identity !== null
      ? [{ name: 'tie', word: of.tie, form: (close: () => void) => <TieForm account={account} close={close} /> }]
      : []),
    ...(myself ? [] : [{ name: 'turn', word: active ? of.close : of.reopen, form: turn }]),
  ]
  return <ActRow testid={`account-${id}`} acts={acts} />
}

function ChangeForm({ account, myself, close }: { account: AccountDetail; myself: boolean; close: () => void }) {
  const { actions, words } = useAdministration()
  const { id, active } = account
  const [entry, setEntry] = useState<AccountEntry>({ name: account.name, role: account.role, reporter: account.reporter ?? '' })
  const { name, role, reporter } = entry
  const changed = name !== account.name || role !== account.role || reporter !== (account.reporter ?? '')
  return (
    <ActForm
      testid="account-change"
      act={words.accounts.change}
      reason
      ready={changed && isWhole(entry)}
      onAct={(reason) =>
        void actions
          .changeAccount(id, { name: name.trim(), role, reporter: reporter === '' ? null : reporter, active, reason })
          .then((done) => done && close())
      }
    >
      <AccountFields entry={entry} change={setEntry} testid="account-change" roleStays={myself} />
    </ActForm>
  )
}

const DAYS = [1, 3, 7, 14, 30, 90]

function InviteForm({ account, close }: { account: AccountDetail; close: () => void }) {
  const { actions, words } = useAdministration()
  const [days, setDays] = useState(14)
  const of = words.accounts
  return (
    <ActForm
      testid="account-invite"
      act={of.invite}
      lead={account.invitedUntil === null ? of.inviteLead : of.inviteAgainLead}
      reason={false}
      onAct={() => void actions.invite(account, days).then((done) => done && close())}
    >
      <label>
        {of.validFor}
        <select value={String(days)} data-testid="account-invite-days" onChange={(event) => setDays(Number(event.currentTarget.value))}>
          {DAYS.map((number) => (
            <option key={number} value={String(number)}>
              {of.days(number)}
            </option>
          ))}
        </select>
      </label>
    </ActForm>
  )
}

function TieForm({ account, close }: { account: AccountDetail; close: () => void }) {
  const { actions, words } = useAdministration()
  const [identity, setIdentity] = useState(account.identity ?? '')
  const of = words.accounts
  const wanted = identity.trim()
  return (
    <ActForm
      testid="account-tie"
      act={of.tie}
      lead={of.tieLead}
      reason
      ready={wanted !== (account.identity ?? '')}
      onAct={(reason) => void actions.tieAccount(account, wanted === '' ? null : wanted, reason).then((done) => done && close())}
    >
      <label>
        {of.identity}
        <input
          value={identity}
          maxLength={200}
          autocomplete="off"
          spellcheck={false}
          data-testid="account-tie-identity"
          onInput={(event) => setIdentity(event.currentTarget.value)}
        />
      </label>
    </ActForm>
  )
}
