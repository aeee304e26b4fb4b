import { namesApart } from '../../../shared/base/namesApart.ts'
import { isContext, isTextField } from '../../../shared/record/columnFields.ts'
import type { ServerRecord } from '../../../shared/wire/sync.ts'
import { mainCell } from '../../flow/place.ts'
import type { FieldChange, PlannedRow } from '../../flow/submit/planSubmission.ts'
import { CellButton } from '../frame/CellButton.tsx'
import { rowName, showValue } from '../frame/names.ts'
import { senderName } from '../frame/senderName.ts'
import { usePane, useStore } from '../frame/usePane.ts'
import { withheldText } from './withheldText.ts'

/** One row of the preview: what it is about, its cell, what changes, and what stays behind. */
export function PlannedRowItem({ row, status }: { row: PlannedRow; status?: 'unsent' | 'undelivered' | 'stopped' | 'unchanged' }) {
  const { stores, texts } = usePane()
  const context = useStore(stores.context)
  if (context === null) return null
  const { register } = context
  const { record, stored } = row
  const cell = mainCell(record.origin.cells)
  const show = (change: FieldChange): string => {
    const value = (one: unknown): string => showValue({ register, texts }, { subject: record.subject, field: change.field }, one)
    const field = texts.fields[change.field]
    return stored === undefined || stored.deleted
      ? texts.submit.fresh(field, value(change.after))
      : texts.submit.change(field, value(change.before), value(change.after))
  }
  // context is worth a line of its own only where nothing else changed
  const fresh = row.kind === 'new' || row.kind === 'takenOver' || row.kind === 'restored'
  const weighty = fresh ? row.changes.filter(({ field }) => !isContext(field)) : row.changes
  return (
    <li
      class={status === undefined ? '' : `outcome ${status}`}
      data-testid={status === undefined ? 'planned' : 'outcome'}
      data-status={status}
      data-key={row.key}
      data-kind={row.kind}
      data-cell={cell}
    >
      <div class="head">
        <CellButton place={record.origin} />
        <span class="title">{rowName(register, record)}</span>
        {status !== undefined && <span class="badge">{texts.answer.statuses[status]}</span>}
      </div>
      {fresh && status === undefined && <NewValues changes={weighty} show={show} comma={texts.comma} />}
      {(row.kind === 'changed' || row.kind === 'overwrites') &&
        status === undefined &&
        weighty.map((change) => <p key={change.field}>{show(change)}</p>)}
      {status === 'unsent' && row.kind === 'overwrites' && <p class="caution">{texts.submit.kinds.overwrites.title}</p>}
      {row.withheld.map((field, index) => (
        <p key={index} class="caution">
          {withheldText(texts, row, field)}
        </p>
      ))}
      {row.kind === 'overwrites' && stored !== undefined && <Overwrite row={row} stored={stored} />}
    </li>
  )
}

/** Who wrote the value that is there; it is replaced by the sheet's only where the person says so. */
function Overwrite({ row, stored }: { row: PlannedRow; stored: ServerRecord }) {
  const { stores, actions, texts } = usePane()
  const pending = useStore(stores.pending)
  const account = useStore(stores.context)?.account
  if (pending === null || account === undefined) return null
  // A colleague of the person's own name is not the person.
  const nameOf = namesApart([stored, { account: account.id, by: account.name }])
  const choose = (chosen: boolean): void =>
    actions.decide((before) => {
      const overwrite = new Set(before.overwrite)
      if (chosen) overwrite.add(row.key)
      else overwrite.delete(row.key)
      return { ...before, overwrite }
    })
  return (
    <>
      <p class="small">{texts.submit.by(senderName(texts, stored, nameOf(stored)), texts.app.time(stored.at))}</p>
      <label class="choice">
        <input
          type="checkbox"
          data-testid="overwrite"
          checked={pending.decisions.overwrite.has(row.key)}
          onChange={(event) => choose(event.currentTarget.checked)}
        />
        {texts.submit.overwrite}
      </label>
    </>
  )
}

/** Figures in one line; each text in a line of its own. */
function NewValues(props: { changes: readonly FieldChange[]; show: (change: FieldChange) => string; comma: string }) {
  const isText = ({ field }: FieldChange): boolean => isTextField(field)
  const figures = props.changes.filter((change) => !isText(change))
  return (
    <>
      {figures.length > 0 && <p>{figures.map(props.show).join(props.comma)}</p>}
      {props.changes.filter(isText).map((change) => (
        <p key={change.field}>{props.show(change)}</p>
      ))}
    </>
  )
}
