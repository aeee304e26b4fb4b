import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { AccountDetail } from '../../../shared/wire/administration.ts'
import type { ApiFault } from '../../ports/apiFault.ts'
import type { AdministrationActions } from './administration.ts'
import type { AdministrationContext } from './administrationContext.ts'

type AccountActions = Pick<
  AdministrationActions,
  'loadAccounts' | 'makeAccount' | 'changeAccount' | 'invite' | 'forgetInvitation' | 'signOutAccount' | 'tieAccount'
>

/** Accounts: who there is, made, changed, closed, invited, signed out, tied to the city's identity provider. */
export function accountActions({ actionContext, ports, stores, perform }: AdministrationContext): AccountActions {
  const { api } = ports
  const put = (account: AccountDetail): void =>
    stores.accounts.update((before) => {
      const others = (before ?? []).filter(({ id }) => id !== account.id)
      return [...others, account].sort((a, b) => (a.id < b.id ? -1 : 1))
    })
  const patch = (id: string, what: Partial<AccountDetail>): void =>
    stores.accounts.update((before) => before?.map((one) => (one.id === id ? { ...one, ...what } : one)) ?? null)

  return {
    loadAccounts: () =>
      perform(
        'look',
        async () => {
          const accounts = await api.accounts()
          if (!accounts.ok) return accounts
          const registers = await api.registers()
          if (!registers.ok) return registers
          const options = await api.signInOptions()
          if (options.ok) actionContext.stores.cityLogin.set(options.value.oidc)
          const newest = [...registers.value].sort((a, b) => (a.loadedAt < b.loadedAt ? 1 : -1))[0]
          const register = newest === undefined ? ok(null) : await api.registerVersion(newest.id, newest.version)
          return register.ok ? ok({ accounts: accounts.value, units: register.value?.units ?? [] }) : register
        },
        ({ accounts, units }) => {
          stores.units.set(units)
          stores.accounts.set(accounts)
        },
      ),

    makeAccount: (account) =>
      perform(
        'act',
        async () => {
          const made = await api.makeAccount(account)
          return isTaken(made) ? fail({ tag: 'accountTaken' }) : made
        },
        put,
        { tag: 'accountMade', name: account.name },
      ),

    changeAccount: (id, change) =>
      perform('act', () => api.changeAccount(id, change), put, {
        tag: change.active ? 'accountChanged' : 'accountClosed',
        name: change.name,
      }),

    invite: ({ id, name }, validDays) =>
      perform(
        'act',
        () => api.invite(id, validDays),
        (invitation) => {
          patch(id, { invitedUntil: invitation.expiresAt })
          stores.invitation.set({ ...invitation, account: id, name })
        },
      ),

    forgetInvitation: () => stores.invitation.set(null),

    signOutAccount: ({ id, name }) =>
      perform(
        'act',
        () => api.signOutAccount(id),
        () => patch(id, { devices: 0 }),
        { tag: 'accountSignedOut', name },
      ),

    tieAccount: ({ id, name }, identity, reason) =>
      perform(
        'act',
        async () => {
          const tied = await api.tieAccount(id, identity, reason)
          return isTaken(tied) ? fail({ tag: 'identityTaken' }) : tied
        },
        () => patch(id, { identity }),
        { tag: 'accountTied', name },
      ),
  }
}

const isTaken = (answer: Result<unknown, ApiFault>): boolean =>
  !answer.ok && answer.fault.tag === 'problem' && answer.fault.code === 'alreadyExists'
