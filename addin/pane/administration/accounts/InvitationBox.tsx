import { useStore } from '../../frame/usePane.ts'
import { CopyButton } from '../CopyButton.tsx'
import { useAdministration } from '../useAdministration.ts'

/** A one-time code, shown until it is put away; it is stored nowhere. */
export function InvitationBox() {
  const { stores, actions, words } = useAdministration()
  const invitation = useStore(stores.invitation)
  if (invitation === null) return null
  const of = words.accounts
  return (
    <div class="edit" role="status" data-testid="invitation" data-account={invitation.account}>
      <p>{of.invitationFor(invitation.name)}</p>
      <p class="secret" data-testid="invitation-code">
        {invitation.code}
      </p>
      <p class="small">{of.invitationUntil(words.fullTime(invitation.expiresAt))}</p>
      <div class="acts">
        <CopyButton text={invitation.code} testid="invitation-copy" />
        <fluent-button size="small" appearance="subtle" data-testid="invitation-done" onClick={actions.forgetInvitation}>
          {of.invitationDone}
        </fluent-button>
      </div>
    </div>
  )
}
