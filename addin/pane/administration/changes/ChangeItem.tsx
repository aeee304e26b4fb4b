import type { Register } from '../../../../shared/register/register.ts'
import type { FigureChange } from '../../../../shared/wire/changes.ts'
import { changeKey } from '../../../state/administration/administration.ts'
import { rowName, showValue } from '../../frame/names.ts'
import { senderName } from '../../frame/senderName.ts'
import { useStore } from '../../frame/usePane.ts'
import { HistoryList } from '../../unit/RowHistory.tsx'
import { useAdministration } from '../useAdministration.ts'
import { unitName } from './changeNames.ts'

/** One change: whose figure, from what to what, by whom and when, what it came after; and all versions of the row. */
export function ChangeItem({ change, register }: { change: FigureChange; register: Register | undefined }) {
  const { stores, actions, texts, words } = useAdministration()
  const history = useStore(stores.histories).get(changeKey(change))
  if (register === undefined) return null
  const of = words.changes
  const { subject, values, act, after, by, at, period } = change
  const show = (field: (typeof values)[number]['field'], value: number | null): string =>
    showValue({ register, texts }, { subject, field }, value)
  return (
    <li data-testid="change" data-subject={subject} data-version={change.version}>
      <div class="head">
        <span class="title">{unitName(register, change)}</span>
        <span class="small">{words.fullTime(at)}</span>
      </div>
      <p>{rowName(register, change)}</p>
      {act !== 'changed' && <p class="small">{of.acts[act]}</p>}
      {values.map(({ field, before, after: now }) => (
        <p key={field}>{texts.submit.change(texts.fields[field], show(field, before), show(field, now))}</p>
      ))}
      <p class="small">{[senderName(texts, change, by), texts.app.period(period), ...after.map((one) => of.after[one])].join(' · ')}</p>
      <details onToggle={(event) => event.currentTarget.open && history === undefined && void actions.readRowHistory(change)}>
        <summary class="small" data-testid="change-history">
          {of.versions}
        </summary>
        {history !== undefined && <HistoryList history={history} subject={subject} register={register} />}
      </details>
    </li>
  )
}
