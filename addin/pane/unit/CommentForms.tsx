import { useState } from 'preact/hooks'
import type { Role } from '../../../shared/wire/session.ts'
import type { UnitRow } from '../../flow/unit/unitRows.ts'
import type { NewComment } from '../../ports/unitPeriodApi.ts'
import { usePane, useStore } from '../frame/usePane.ts'
import { ReasonBox } from './ReasonBox.tsx'

/** Who may comment on a row; the server's policy decides, this only spares the others a form that is refused. */
const COMMENTERS: ReadonlySet<Role> = new Set(['clerk', 'reviewer', 'coordinator'])

/** A comment on a row, or an answer to one; a coordinator may return the row with it, unless the period is locked. */
export function CommentForms({ row }: { row: UnitRow }) {
  const { stores, actions, texts } = usePane()
  const role = useStore(stores.context)?.account.role
  const receipt = useStore(stores.unit)?.unit.submission.receipt
  const [kind, setKind] = useState<NewComment['kind'] | null>(null)
  if (role === undefined || !COMMENTERS.has(role)) return null
  const words = texts.unit.rows
  const say = row.comments.length > 0 ? words.reply : words.say
  return (
    <>
      <div class="acts">
        <button type="button" class="plain" aria-expanded={kind === 'comment'} data-testid="say" onClick={() => setKind('comment')}>
          {say}
        </button>
        {role === 'coordinator' && receipt !== 'locked' && (
          <button type="button" class="plain" aria-expanded={kind === 'return'} data-testid="return-row" onClick={() => setKind('return')}>
            {words.returnRow}
          </button>
        )}
      </div>
      {kind !== null && (
        <ReasonBox
          key={kind}
          label={kind === 'return' ? `${words.returnRow}${texts.colon}${texts.unit.reason}` : say}
          act={kind === 'return' ? words.returnRow : words.send}
          limit={kind === 'return' ? 500 : 2_000}
          send={(text) => actions.comment({ ...row.about, kind, text })}
          close={() => setKind(null)}
        />
      )}
    </>
  )
}
