import { useState } from 'preact/hooks'
import { columnName } from '../../shared/grid/a1.ts'
import type { ColumnField, Correction, RecognizedColumn, RecognizedTable, RowBinding, SheetReading } from '../../shared/sheet/reading.ts'
import { anchorColumn, anchorRow, anchorSkip } from '../flow/anchorCorrection.ts'
import { areaName, shorten, subjectName } from './names.ts'
import { fillTemplate } from './text/fillTemplate.ts'
import { usePane, useStore } from './usePane.ts'
import { wordParams } from './wordParams.ts'

const UNSURE = 0.6

/** 看懂了什么: tables, columns and rows as they were understood, with why, and the way to correct each. */
export function ReadingPanel({ reading, corrections }: { reading: SheetReading; corrections: readonly Correction[] }) {
  const { actions, texts } = usePane()
  const words = texts.reading
  const { read, skipped, reported } = reading.cellCount
  return (
    <div class="reading" data-testid="reading">
      <p class="small">{words.cells(read, skipped, reported)}</p>
      {corrections.length > 0 && (
        <p class="small">
          {words.corrected}
          <fluent-button
            size="small"
            appearance="subtle"
            data-testid="forget"
            onClick={() => void actions.forgetCorrections(reading.sheetName)}
          >
            {words.forget}
          </fluent-button>
        </p>
      )}
      {reading.tables.map((table, index) => (
        <Table key={table.id} table={table} number={reading.tables.length > 1 ? index + 1 : null} sheet={reading.sheetName} />
      ))}
    </div>
  )
}

function Table({ table, number, sheet }: { table: RecognizedTable; number: number | null; sheet: string }) {
  const { texts } = usePane()
  const words = texts.reading
  const first = table.headerRows[0] ?? 1
  const last = table.headerRows.at(-1) ?? first
  return (
    <section class="table">
      {(number !== null || table.title !== undefined) && (
        <h2>
          {number !== null && `${words.table} ${number} `}
          {table.title?.text ?? ''}
        </h2>
      )}
      <p class="small">
        {words.headings} {words.rowRange(first, last)} · {words.orientations[table.orientation]}
      </p>
      <h3>{words.columns}</h3>
      <ul class="columns">
        {table.columns.map((column) => (
          <Column key={column.column} column={column} table={table} sheet={sheet} />
        ))}
      </ul>
      <h3>{words.rows}</h3>
      <ul class="columns">
        {table.rows.map((binding) => (
          <Row key={binding.row} binding={binding} table={table} sheet={sheet} />
        ))}
      </ul>
      {table.skipRows.length > 0 && (
        <>
          <h3>{words.skipped}</h3>
          <p class="small">
            {table.skipRows
              .filter(({ reason }) => reason !== 'blank')
              .map(({ row, reason }) => `${words.row(row)} ${words.skipReasons[reason]}`)
              .join(texts.separator)}
          </p>
        </>
      )}
    </section>
  )
}

function Why({ why }: { why: RecognizedColumn['why'] }) {
  const { stores, texts } = usePane()
  const register = useStore(stores.desk)?.register
  const params = why.params ?? {}
  const template = texts.reading.whys[why.reason] ?? texts.reading.whyOther
  return (
    <span class="small why">
      {why.confidence < UNSURE && <span class="unsure">{texts.reading.unsure} · </span>}
      {fillTemplate(template, register === undefined ? params : wordParams(register, texts, params), texts.separator)}
    </span>
  )
}

function Column({ column, table, sheet }: { column: RecognizedColumn; table: RecognizedTable; sheet: string }) {
  const { stores, actions, texts } = usePane()
  const register = useStore(stores.desk)?.register
  const [open, setOpen] = useState(false)
  const [field, setField] = useState<string>(column.field ?? '')
  const [subject, setSubject] = useState(column.indicator ?? '')
  const words = texts.reading
  const means = [
    column.field === undefined ? words.unknownColumn : texts.columnFields[column.field],
    column.indicator && register ? subjectName(register, column.indicator) : '',
    column.area && register ? areaName(register, column.area) : '',
    column.measure ?? '',
  ]
  const save = (): void => {
    setOpen(false)
    void actions.correct(sheet, {
      kind: 'column',
      ...anchorColumn(table, column),
      field: field === '' ? null : (field as ColumnField),
      subject: subject === '' ? null : subject,
    })
  }
  return (
    <li
      class={column.field === undefined ? 'unknown' : ''}
      data-testid="column"
      data-column={columnName(column.column)}
      data-field={column.field ?? ''}
    >
      <div class="line">
        <span class="cell">{columnName(column.column)}</span>
        <span class="what">
          <span class="header">{shorten(column.header, 30)}</span>
          <span>{means.filter(Boolean).join(' · ')}</span>
          <Why why={column.why} />
        </span>
        <fluent-button
          size="small"
          appearance="subtle"
          data-open={open}
          aria-label={`${words.correct} ${words.column(columnName(column.column))}`}
          onClick={() => setOpen(!open)}
        >
          {words.correct}
        </fluent-button>
      </div>
      {open && (
        <div class="edit">
          <label>
            {words.thisColumnIs}
            <select value={field} onChange={(event) => setField(event.currentTarget.value)}>
              <option value="">{words.leaveOut}</option>
              {Object.entries(texts.columnFields).map(([name, word]) => (
                <option key={name} value={name}>
                  {word}
                </option>
              ))}
            </select>
          </label>
          <Subjects value={subject} change={setSubject} />
          <Buttons save={save} cancel={() => setOpen(false)} />
        </div>
      )}
    </li>
  )
}

function Row({ binding, table, sheet }: { binding: RowBinding; table: RecognizedTable; sheet: string }) {
  const { stores, actions, texts } = usePane()
  const register = useStore(stores.desk)?.register
  const checked = useStore(stores.checked)
  const [open, setOpen] = useState(false)
  const [subject, setSubject] = useState(binding.subjects[0] ?? '')
  const words = texts.reading
  if (register === undefined || checked.tag !== 'checked') return null
  const { grid } = checked.check
  const means = [...binding.subjects.map((id) => subjectName(register, id)), binding.area ? areaName(register, binding.area) : '']
  const save = (): void => {
    setOpen(false)
    void actions.correct(
      sheet,
      subject === ''
        ? { kind: 'skipRow', ...anchorSkip(grid, table, binding.row) }
        : { kind: 'row', ...anchorRow(grid, table, binding.row), subject },
    )
  }
  return (
    <li data-testid="row" data-row={binding.row}>
      <div class="line">
        <span class="cell">{binding.row}</span>
        <span class="what">
          <span>{means.filter(Boolean).join(texts.separator)}</span>
          <Why why={binding.why} />
        </span>
        <fluent-button
          size="small"
          appearance="subtle"
          data-open={open}
          aria-label={`${words.correct} ${words.row(binding.row)}`}
          onClick={() => setOpen(!open)}
        >
          {words.correct}
        </fluent-button>
      </div>
      {open && (
        <div class="edit">
          <Subjects value={subject} change={setSubject} label={words.thisRowIs} none={words.readAsTotalOrNote} />
          <Buttons save={save} cancel={() => setOpen(false)} />
        </div>
      )}
    </li>
  )
}

function Subjects(props: { value: string; change: (subject: string) => void; label?: string; none?: string }) {
  const { stores, texts } = usePane()
  const register = useStore(stores.desk)?.register
  if (register === undefined) return null
  return (
    <label>
      {props.label ?? texts.columnFields.indicator}
      <select value={props.value} onChange={(event) => props.change(event.currentTarget.value)}>
        <option value="">{props.none ?? '—'}</option>
        {register.tasks.map((task) => (
          <optgroup key={task.id} label={`${task.id} ${shorten(task.text, 24)}`}>
            {props.label !== undefined && <option value={task.id}>{`${task.id} ${shorten(task.text, 24)}`}</option>}
            {register.indicators
              .filter(({ taskId }) => taskId === task.id)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {shorten(name, 28)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}

function Buttons({ save, cancel }: { save: () => void; cancel: () => void }) {
  const { texts } = usePane()
  return (
    <div class="acts">
      <fluent-button size="small" appearance="primary" data-testid="save-correction" onClick={save}>
        {texts.reading.save}
      </fluent-button>
      <fluent-button size="small" onClick={cancel}>
        {texts.reading.cancel}
      </fluent-button>
    </div>
  )
}
