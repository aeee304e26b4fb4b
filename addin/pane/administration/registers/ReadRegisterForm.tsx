import { useState } from 'preact/hooks'
import type { RegisterInfo } from '../../../../shared/wire/administration.ts'
import { newestFirst, RegisterSelect, registerOf } from '../RegisterSelect.tsx'
import { useAdministration } from '../useAdministration.ts'

const ID = /^[a-z0-9][a-z0-9-]{0,39}$/

/** Where a register is read from: the sheet that is open, or a JSON file. What the sheet does not say is asked behind 读取设置. */
export function ReadRegisterForm({ registers }: { registers: readonly RegisterInfo[] }) {
  const { actions, words, idle } = useAdministration()
  const newest = newestFirst(registers)[0]
  const [id, setId] = useState(newest?.id ?? '')
  const [year, setYear] = useState(/20\d\d/.exec(newest?.id ?? '')?.[0] ?? '')
  const [title, setTitle] = useState('')
  const [like, setLike] = useState('')
  const of = words.registers
  const basis = registerOf(like, registers)
  const ready = ID.test(id) && /^20\d\d$/.test(year) && basis !== undefined

  const readSheet = (): void => {
    if (!ready || basis === undefined) return
    void actions.readRegister({ tag: 'sheet', id, year: Number(year), title: title.trim(), like: { id: basis.id, version: basis.version } })
  }
  const readFile = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) await actions.readRegister({ tag: 'file', name: file.name, text: await file.text() })
  }
  return (
    <div class="edit" data-testid="read-register">
      {registers.length > 0 && <p class="small">{of.readLead}</p>}
      <div class="acts">
        {registers.length > 0 && (
          <fluent-button size="small" appearance="primary" disabled={!idle || !ready} data-testid="read-sheet" onClick={readSheet}>
            {of.readSheet}
          </fluent-button>
        )}
        <label class="plain file">
          {of.readFile}
          <input
            type="file"
            accept=".json,application/json"
            disabled={!idle}
            data-testid="read-file"
            onChange={(event) => {
              const input = event.currentTarget
              void readFile(input.files?.[0]).finally(() => {
                input.value = ''
              })
            }}
          />
        </label>
      </div>
      {registers.length > 0 && (
        <details>
          <summary class="small" data-testid="read-settings">
            {of.settings}
          </summary>
          <label>
            {of.id}
            <input
              value={id}
              maxLength={40}
              autocomplete="off"
              data-testid="read-id"
              onInput={(event) => {
                const typed = event.currentTarget.value.trim()
                setId(typed)
                setYear((before) => /20\d\d/.exec(typed)?.[0] ?? before)
              }}
            />
          </label>
          {!ID.test(id) && <p class="caution">{of.idForm}</p>}
          <label>
            {of.year}
            <input
              value={year}
              inputMode="numeric"
              maxLength={4}
              autocomplete="off"
              data-testid="read-year"
              onInput={(event) => setYear(event.currentTarget.value.trim())}
            />
          </label>
          <label>
            {of.registerTitle}
            <input
              value={title}
              maxLength={200}
              placeholder={of.titlePlaceholder}
              autocomplete="off"
              data-testid="read-title"
              onInput={(event) => setTitle(event.currentTarget.value)}
            />
          </label>
          <RegisterSelect registers={registers} value={like} change={setLike} testid="read-like" label={of.like} />
        </details>
      )}
    </div>
  )
}
