import { useEffect } from 'preact/hooks'
import { isKeyOf } from '../../../shared/base/keysOf.ts'
import { namesApart } from '../../../shared/base/namesApart.ts'
import type { Register } from '../../../shared/register/register.ts'
import { mainCell, placeOf } from '../../flow/place.ts'
import type { HistoryChange, HistoryEntry } from '../../flow/unit/rowHistory.ts'
import type { UnitRow } from '../../flow/unit/unitRows.ts'
import { findingWords } from '../frame/findingWords.ts'
import { showValue } from '../frame/names.ts'
import { senderName } from '../frame/senderName.ts'
import { usePane, useStore } from '../frame/usePane.ts'
import { CommentItem } from './CommentItem.tsx'

/** The history of a row, the latest first: who, when, what changed and why, from which cell, and what was said of it. */
export function RowHistory({ row }: { row: UnitRow }) {
  const history = useHistory(row)
  const register = useStore(usePane().stores.context)?.register
  if (history === undefined || register === undefined) return row.record === null ? null : <fluent-spinner size="tiny" />
  return <HistoryList history={history} subject={row.about.subject} register={register} />
}

/** Versions and comments, the latest first; measures are the register's. */
export function HistoryList({ history, subject, register }: { history: readonly HistoryEntry[]; subject: string; register: Register }) {
  const nameOf = namesApart(history.map((entry) => (entry.kind === 'comment' ? entry.comment : entry.version)))
  return (
    <ol class="history" data-testid="history">
      {history.map((entry) =>
        entry.kind === 'comment' ? (
          <li key={entry.comment.id}>
            <CommentItem comment={entry.comment} by={nameOf(entry.comment)} />
          </li>
        ) : (
          <Version key={entry.version.version} entry={entry} by={nameOf(entry.version)} about={{ subject, register }} />
        ),
      )}
    </ol>
  )
}

/** The history of a row, asked for where it is not known yet. */
export function useHistory(row: UnitRow, wanted = true): readonly HistoryEntry[] | undefined {
  const { stores, actions } = usePane()
  const history = useStore(stores.histories).get(row.key)
  const unit = useStore(stores.unit)?.unit
  useEffect(() => {
    if (wanted && history === undefined && row.record !== null) void actions.loadHistory(row.about)
  }, [wanted, history === undefined, unit])
  return history
}

/** Which subject a value is of, by which register. */
interface About {
  readonly subject: string
  readonly register: Register
}

function Version({ entry, by, about }: { entry: Extract<HistoryEntry, { kind: 'version' }>; by: string; about: About }) {
  const { texts } = usePane()
  const { version, act, changes } = entry
  const words = texts.unit.history
  const findings = findingWords(texts)
  const place = placeOf(version.origin)
  const cell = place === null ? undefined : mainCell(place.cells)
  return (
    <li data-testid="history-version" data-version={version.version}>
      <p class="small">
        <span class="kindName">
          {words.version(version.version)} · {words.acts[act]}
        </span>{' '}
        {senderName(texts, version, by)} · {texts.app.time(version.at)}
      </p>
      {act === 'withdrawn' && <p>{words.withdrawn}</p>}
      {act !== 'withdrawn' && changes.length === 0 && <p class="small">{words.unchanged}</p>}
      {changes.map((change) => (
        <Change key={change.field} change={change} about={about} />
      ))}
      {version.note !== null && <p>{words.note(version.note)}</p>}
      {version.evidence !== null && <p>{words.evidence(version.evidence)}</p>}
      {Object.entries(version.reasons).map(([code, text]) => (
        <p key={code} class="small">
          {words.reason(isKeyOf(findings, code) ? findings[code].title : code, text)}
        </p>
      ))}
      {place !== null && cell !== undefined && <p class="small">{words.place(place.sheet, cell)}</p>}
    </li>
  )
}

/** One field, from what to what. */
export function Change({ change, about: { subject, register } }: { change: HistoryChange; about: About }) {
  const { texts } = usePane()
  const { field, before, after } = change
  const show = (value: unknown): string =>
    typeof value === 'string' && field !== 'stage' ? value : showValue({ register, texts }, { subject, field }, value)
  return (
    <p>
      {before === undefined
        ? texts.submit.fresh(texts.fields[field], show(after))
        : texts.submit.change(texts.fields[field], show(before), show(after))}
    </p>
  )
}
