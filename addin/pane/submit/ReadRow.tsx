import { useState } from 'preact/hooks'
import type { RecognizedTable, RowBinding } from '../../../shared/record/reading.ts'
import { areaName } from '../../../shared/register/registerIndex.ts'
import { anchorRow } from '../../flow/submit/anchorCorrection.ts'
import { EditBox } from '../frame/EditBox.tsx'
import { subjectName } from '../frame/names.ts'
import { usePane, useStore } from '../frame/usePane.ts'
import { CorrectionButtons } from './CorrectionButtons.tsx'
import { readingWords } from './readingWords.ts'
import { SubjectSelect } from './SubjectSelect.tsx'
import { Why } from './Why.tsx'

/** A row as it was understood, and the way to say otherwise or to leave it out. */
export function ReadRow({ binding, table, sheet }: { binding: RowBinding; table: RecognizedTable; sheet: string }) {
  const { stores, actions, texts } = usePane()
  const register = useStore(stores.context)?.register
  const checked = useStore(stores.checked)
  const [open, setOpen] = useState(false)
  const [subject, setSubject] = useState(binding.subjects[0] ?? '')
  const words = readingWords(texts)
  if (register === undefined || checked.tag !== 'checked') return null
  const { grid } = checked.check
  const means = [...binding.subjects.map((id) => subjectName(register, id)), binding.area ? areaName(register, binding.area) : '']
  const save = (): void => {
    setOpen(false)
    void actions.correct(
      sheet,
      subject === ''
        ? { kind: 'skipRow', ...anchorRow(grid, table, binding.row) }
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
        <button
          type="button"
          class="plain"
          aria-expanded={open}
          aria-label={`${words.correct} ${words.row(binding.row)}`}
          onClick={() => setOpen(!open)}
        >
          {words.correct}
        </button>
      </div>
      {open && (
        <EditBox close={() => setOpen(false)}>
          <SubjectSelect value={subject} change={setSubject} label={words.thisRowIs} none={words.readAsTotalOrNote} />
          <CorrectionButtons save={save} cancel={() => setOpen(false)} />
        </EditBox>
      )}
    </li>
  )
}
