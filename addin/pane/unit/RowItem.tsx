import { useState } from 'preact/hooks'
import { namesApart } from '../../../shared/base/namesApart.ts'
import { isContext, isNumberField, isTextField, VALUE_FIELDS, type ValueField } from '../../../shared/record/columnFields.ts'
import { mainCell } from '../../flow/place.ts'
import { changesSince } from '../../flow/unit/rowHistory.ts'
import type { UnitRow } from '../../flow/unit/unitRows.ts'
import { rowName, showValue } from '../frame/names.ts'
import { senderName } from '../frame/senderName.ts'
import { usePane, useStore } from '../frame/usePane.ts'
import { CommentForms } from './CommentForms.tsx'
import { CommentItem } from './CommentItem.tsx'
import { Change, RowHistory, useHistory } from './RowHistory.tsx'

/** A row of a unit's period: what it is about, its figures and texts, what changed since the sign-off, what was said of it. `withComments` shows the comments at once; `compare` fetches what changed. */
export function RowItem({ row, withComments, compare }: { row: UnitRow; withComments: boolean; compare: boolean }) {
  const { stores, texts } = usePane()
  const context = useStore(stores.context)
  const [open, setOpen] = useState(false)
  if (context === null) return null
  const words = texts.unit.rows
  const nameOf = namesApart([...row.comments, ...(row.record === null ? [] : [row.record])])
  return (
    <li
      data-testid={withComments ? 'commented-row' : 'unit-row'}
      data-key={row.key}
      data-changed={row.changed}
      data-returned={row.returned?.state}
    >
      <div class="head">
        <Place row={row} />
        <span class="title">{rowName(context.register, row.about)}</span>
        <Badge row={row} />
      </div>
      <Values row={row} />
      {row.record?.onBehalf && (
        <p class="small" data-testid="row-on-behalf">
          {senderName(texts, row.record, nameOf(row.record))} · {texts.app.time(row.record.at)}
        </p>
      )}
      {row.changed && <SinceSignOff row={row} compare={compare} />}
      {withComments && row.comments.map((comment) => <CommentItem key={comment.id} comment={comment} by={nameOf(comment)} />)}
      {withComments && <CommentForms row={row} />}
      {(row.record !== null || !withComments) && (
        <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary class="small" data-testid="open-history">
            {withComments ? words.history : words.open}
            {!withComments && row.comments.length > 0 && <span class="number">{row.comments.length}</span>}
          </summary>
          {open && <RowHistory row={row} />}
          {open && !withComments && <CommentForms row={row} />}
        </details>
      )}
    </li>
  )
}

/** The row's cell: a way to it in a workbook that is the unit's own, words alone for everybody else. */
function Place({ row }: { row: UnitRow }) {
  const { stores, actions, texts } = usePane()
  const reporter = useStore(stores.unit)?.unit.reporter
  const own = useStore(stores.context)?.account.reporter === reporter
  const cell = row.place === null ? undefined : mainCell(row.place.cells)
  if (cell === undefined) return null
  if (!own) return <span class="cell">{cell}</span>
  return (
    <button
      type="button"
      class="cell"
      title={texts.check.goTo(cell)}
      aria-label={texts.check.goTo(cell)}
      data-testid="row-cell"
      onClick={() => void actions.showRow(row.about, row.place)}
    >
      {cell}
    </button>
  )
}

function Badge({ row }: { row: UnitRow }) {
  const { texts } = usePane()
  const words = texts.unit.rows
  if (row.returned !== null)
    return <span class={`badge ${row.returned.state === 'open' ? 'bad' : 'good'}`}>{words.returned[row.returned.state]}</span>
  if (row.record === null) return <span class="badge">{words.missing}</span>
  if (row.record.deleted) return <span class="badge">{words.withdrawn}</span>
  if (row.changed) return <span class="badge warn">{words.changed}</span>
  return null
}

/** Figures in one line, with what the cell said where that was more; each text in a line of its own. */
function Values({ row }: { row: UnitRow }) {
  const { stores, texts } = usePane()
  const register = useStore(stores.context)?.register
  const { record } = row
  if (register === undefined || record === null || record.deleted) return null
  const reported = VALUE_FIELDS.filter((field) => record.values[field] !== undefined)
  const figures = reported.filter((field) => !isTextField(field) && !isContext(field))
  const shown = (field: ValueField): string => {
    const value = showValue({ register, texts }, { subject: row.about.subject, field }, record.values[field])
    const written = isNumberField(field) ? record.written[field] : undefined
    const line = texts.submit.fresh(texts.fields[field], value)
    return written === undefined || written === value ? line : `${line}（${texts.unit.rows.written(written)}）`
  }
  return (
    <>
      {figures.length > 0 && <p>{figures.map(shown).join(texts.comma)}</p>}
      {reported.filter(isTextField).map((field) => (
        <p key={field} class="rowText">
          {texts.submit.fresh(texts.fields[field], String(record.values[field]))}
        </p>
      ))}
    </>
  )
}

function SinceSignOff({ row, compare }: { row: UnitRow; compare: boolean }) {
  const { stores, texts } = usePane()
  const seq = useStore(stores.unit)?.unit.submission.signedSeq ?? null
  const register = useStore(stores.context)?.register
  const history = useHistory(row, compare)
  if (history === undefined || seq === null || register === undefined) return null
  const changes = changesSince(history, seq)
  return (
    <div class="since" data-testid="since-sign-off">
      <p class="small">{texts.unit.rows.filters.changed}</p>
      {changes.map((change) => (
        <Change key={change.field} change={change} about={{ subject: row.about.subject, register }} />
      ))}
    </div>
  )
}
