import { useState } from 'preact/hooks'
import { isKeyOf } from '../../../shared/base/keysOf.ts'
import { columnName } from '../../../shared/grid/a1.ts'
import type { RecognizedColumn, RecognizedTable } from '../../../shared/record/reading.ts'
import { areaName } from '../../../shared/register/registerIndex.ts'
import { anchorColumn } from '../../../shared/sheet/rows/applyCorrections.ts'
import { shorten, subjectName } from '../frame/names.ts'
import { usePane, useStore } from '../frame/usePane.ts'
import { CorrectionButtons } from './CorrectionButtons.tsx'
import { SubjectSelect } from './SubjectSelect.tsx'
import { Why } from './Why.tsx'

/** A column as it was understood, and the way to say otherwise. */
export function ReadColumn({ column, table, sheet }: { column: RecognizedColumn; table: RecognizedTable; sheet: string }) {
  const { stores, actions, texts } = usePane()
  const register = useStore(stores.context)?.register
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
      ...anchorColumn(table.columns, column.column),
      field: isKeyOf(texts.columnFields, field) ? field : null,
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
        <button
          type="button"
          class="plain"
          aria-expanded={open}
          aria-label={`${words.correct} ${words.column(columnName(column.column))}`}
          onClick={() => setOpen(!open)}
        >
          {words.correct}
        </button>
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
          <SubjectSelect value={subject} change={setSubject} />
          <CorrectionButtons save={save} cancel={() => setOpen(false)} />
        </div>
      )}
    </li>
  )
}
