import { useEffect, useRef, useState } from 'preact/hooks'
import { isKeyOf } from '../../../shared/base/keysOf.ts'
import { columnName } from '../../../shared/grid/a1.ts'
import { columnFieldsWhere } from '../../../shared/record/columnFields.ts'
import { COLUMN_USES, type ColumnUse } from '../../../shared/record/columnUse.ts'
import type { RecognizedColumn, RecognizedTable } from '../../../shared/record/reading.ts'
import { areaName } from '../../../shared/register/registerIndex.ts'
import { anchorColumn } from '../../../shared/sheet/rows/applyCorrections.ts'
import { EditBox } from '../frame/EditBox.tsx'
import { shorten, subjectName } from '../frame/names.ts'
import { usePane, useStore } from '../frame/usePane.ts'
import { CorrectionButtons } from './CorrectionButtons.tsx'
import { readingWords } from './readingWords.ts'
import { SubjectSelect } from './SubjectSelect.tsx'
import { Why } from './Why.tsx'

interface ReadColumnProps {
  readonly column: RecognizedColumn
  readonly table: RecognizedTable
  readonly sheet: string
  /** Open to be corrected from the beginning; of several such the first has the focus. */
  readonly isOpen: boolean
  readonly isFirst: boolean
}

/** Fields of figures, which may be stored, known and not stored, or totals. */
const FIGURES = columnFieldsWhere(({ group }) => group === 'figure' || group === 'percentage')

/** A column as it was understood, and the way to say otherwise. */
export function ReadColumn({ column, table, sheet, isOpen, isFirst }: ReadColumnProps) {
  const { stores, actions, texts } = usePane()
  const register = useStore(stores.context)?.register
  const [open, setOpen] = useState(isOpen)
  const select = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    if (isFirst) select.current?.focus()
  }, [isFirst])
  const [field, setField] = useState<string>(column.field ?? '')
  const [use, setUse] = useState<ColumnUse>(column.aside ? 'aside' : column.derived ? 'compared' : 'stored')
  const [subject, setSubject] = useState(column.indicator ?? '')
  const words = readingWords(texts)
  const means = [
    column.field !== undefined ? texts.columnFields[column.field] : column.why.reason === 'by_user' ? words.notRead : words.unknownColumn,
    column.indicator && register ? subjectName(register, column.indicator) : '',
    column.area && register ? areaName(register, column.area) : '',
    column.measure ?? '',
    column.aside ? words.uses.aside : column.derived ? words.uses.compared : '',
  ]
  const chosen = isKeyOf(texts.columnFields, field) ? field : undefined
  const save = (): void => {
    setOpen(false)
    void actions.correct(sheet, {
      kind: 'column',
      ...anchorColumn(table.columns, column.column),
      field: chosen ?? null,
      subject: subject === '' ? null : subject,
      ...(FIGURES.has(chosen) ? { use } : {}),
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
        <EditBox close={() => setOpen(false)}>
          <label>
            {words.thisColumnIs}
            <select
              ref={select}
              value={field}
              onChange={(event) => {
                setField(event.currentTarget.value)
                // whoever says what a column is wants its figures
                if (use === 'aside') setUse('stored')
              }}
            >
              <option value="">{words.leaveOut}</option>
              {Object.entries(texts.columnFields).map(([name, word]) => (
                <option key={name} value={name}>
                  {word}
                </option>
              ))}
            </select>
          </label>
          {FIGURES.has(chosen) && (
            <label>
              {words.itsFigures}
              <select value={use} onChange={(event) => setUse(COLUMN_USES.find((one) => one === event.currentTarget.value) ?? 'stored')}>
                {COLUMN_USES.map((one) => (
                  <option key={one} value={one}>
                    {words.uses[one]}
                  </option>
                ))}
              </select>
            </label>
          )}
          <SubjectSelect value={subject} change={setSubject} />
          <CorrectionButtons save={save} cancel={() => setOpen(false)} />
        </EditBox>
      )}
    </li>
  )
}
