import { useState } from 'preact/hooks'
import { namesApart } from '../../../shared/base/namesApart.ts'
import type { RowOutcome } from '../../../shared/wire/sync.ts'
import type { SentRow } from '../../flow/submit/deliver.ts'
import { showValue } from '../frame/names.ts'
import { senderName } from '../frame/senderName.ts'
import { usePane, useStore } from '../frame/usePane.ts'

/** Two values for one figure: each with who and when, and the person decides. */
export function ConflictChoice({ row, outcome }: { row: SentRow; outcome: Extract<RowOutcome, { status: 'conflict' }> }) {
  const { stores, actions, texts } = usePane()
  const context = useStore(stores.context)
  const busy = useStore(stores.busy)
  const [theirs, setTheirs] = useState(false)
  if (context === null) return null
  const { server, fields } = outcome
  const nameOf = namesApart([server, { account: context.account.id, by: context.account.name }])
  const show = (field: (typeof fields)[number], value: unknown): string =>
    showValue({ register: context.register, texts }, { subject: row.key.subject, field }, value)
  return (
    <div class="conflict" data-testid="conflict">
      <p>{texts.answer.theirs(senderName(texts, server, nameOf(server)), texts.app.time(server.at))}</p>
      {fields.map((field) => (
        <p key={field} data-field={field}>
          {texts.answer.both(texts.fields[field], show(field, server.values[field]), show(field, row.values[field]))}
        </p>
      ))}
      {theirs && <p class="small">{texts.answer.takeTheirsHow}</p>}
      <div class="acts">
        <fluent-button size="small" disabled={busy !== null} data-testid="keep-mine" onClick={() => void actions.keepMine(row)}>
          {texts.answer.keepMine}
        </fluent-button>
        <fluent-button
          size="small"
          disabled={busy !== null}
          data-testid="take-theirs"
          onClick={() => {
            setTheirs(true)
            void actions.takeTheirs(row)
          }}
        >
          {texts.answer.takeTheirs}
        </fluent-button>
      </div>
    </div>
  )
}
