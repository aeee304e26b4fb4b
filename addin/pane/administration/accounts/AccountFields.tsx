import { isKeyOf, keysOf } from '../../../../shared/base/keysOf.ts'
import type { Role } from '../../../../shared/wire/session.ts'
import { useStore } from '../../frame/usePane.ts'
import { useAdministration } from '../useAdministration.ts'

/** What an account is: whose name, which role, which unit ("" for none). */
export interface AccountEntry {
  readonly name: string
  readonly role: Role
  readonly reporter: string
}

/** Clerks and reviewers belong to a unit; nobody else has to. */
export const isWhole = ({ name, role, reporter }: AccountEntry): boolean =>
  name.trim() !== '' && (reporter !== '' || !(role === 'clerk' || role === 'reviewer'))

/** The fields of an account, for making one and for changing one. */
export function AccountFields(props: {
  entry: AccountEntry
  change: (entry: AccountEntry) => void
  testid: string
  /** The role stays: nobody takes the administration from themselves. */
  roleStays?: boolean
}) {
  const { entry, change, testid, roleStays = false } = props
  const { stores, texts, words } = useAdministration()
  const units = useStore(stores.units)
  const of = words.accounts
  return (
    <>
      <label>
        {of.name}
        <input
          value={entry.name}
          maxLength={60}
          autocomplete="off"
          placeholder={of.namePlaceholder}
          data-testid={`${testid}-name`}
          onInput={(event) => change({ ...entry, name: event.currentTarget.value })}
        />
      </label>
      <label>
        {of.role}
        <select
          value={entry.role}
          disabled={roleStays}
          data-testid={`${testid}-role`}
          onChange={(event) => {
            const { value } = event.currentTarget
            if (isKeyOf(texts.roles, value)) change({ ...entry, role: value })
          }}
        >
          {keysOf(texts.roles).map((role) => (
            <option key={role} value={role}>
              {texts.roles[role]}
            </option>
          ))}
        </select>
      </label>
      {roleStays && <p class="small">{of.ownRole}</p>}
      <label>
        {of.unit}
        <select
          value={entry.reporter}
          data-testid={`${testid}-unit`}
          onChange={(event) => change({ ...entry, reporter: event.currentTarget.value })}
        >
          <option value="">{of.noUnit}</option>
          {entry.reporter !== '' && !units.some(({ id }) => id === entry.reporter) && (
            <option value={entry.reporter}>{entry.reporter}</option>
          )}
          {units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}
