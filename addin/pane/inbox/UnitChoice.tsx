import { useState } from 'preact/hooks'
import { findUnit } from '../../../shared/register/findUnit.ts'
import { unitName } from '../../../shared/register/registerIndex.ts'
import type { InboxLine } from '../../state/inbox/inboxLines.ts'
import type { InboxProps } from './useInbox.ts'

/** As many candidates as have a button of their own. */
const OFFERED = 3

/** Whose the sheet is, by what, and the way to another unit. */
export function UnitChoice({ line, context, words, texts, inbox, idle }: InboxProps & { readonly line: InboxLine }) {
  const { sheet, state, standing } = line
  const { register } = context
  const [asked, setAsked] = useState(false)
  const name = { sha256: line.sha256, sheet: sheet.sheetName }
  const choose = (unit: string): void => {
    setAsked(false)
    void inbox.chooseUnit(name, unit)
  }
  const clues = (unit: string): string =>
    (sheet.match.candidates.find((one) => one.unit === unit)?.clues ?? [])
      .map(({ kind, text }) => words.clue(kind, text))
      .join(texts.separator)
  if (sheet.unit === null)
    return (
      <div class="doubt" data-testid="inbox-whose" data-doubt={sheet.match.doubt}>
        {sheet.match.doubt !== null && <p class="unsure">{words.doubts[sheet.match.doubt]}</p>}
        {sheet.match.candidates.slice(0, OFFERED).map(({ unit }) => (
          <div key={unit}>
            <fluent-button size="small" disabled={!idle} data-testid="inbox-candidate" data-unit={unit} onClick={() => choose(unit)}>
              {words.take(unitName(register, unit))}
            </fluent-button>
            <p class="small">{clues(unit)}</p>
          </div>
        ))}
        <UnitField label={words.chooseUnit} {...{ choose, idle, register }} />
      </div>
    )
  const why = state.choice.unit === null ? clues(sheet.unit) : words.chosen
  return (
    <div>
      <p>
        <strong>{unitName(register, sheet.unit)}</strong> <span class="small">{why}</span>
      </p>
      {standing !== 'sent' &&
        (asked ? (
          <UnitField label={words.otherUnit} {...{ choose, idle, register }} />
        ) : (
          <button type="button" class="plain" disabled={!idle} data-testid="inbox-other-unit" onClick={() => setAsked(true)}>
            {words.otherUnit}
          </button>
        ))}
    </div>
  )
}

interface UnitFieldProps {
  readonly label: string
  readonly idle: boolean
  readonly register: Parameters<typeof findUnit>[0]
  choose(unit: string): void
}

/** A field that finds a unit by a part of its name. */
function UnitField({ label, idle, register, choose }: UnitFieldProps) {
  return (
    <label class="unitField">
      <span class="small">{label}</span>
      <input
        type="text"
        list="inbox-units"
        disabled={!idle}
        data-testid="inbox-unit-field"
        onInput={(event) => {
          const unit = findUnit(register, event.currentTarget.value)?.unit
          if (unit !== undefined) choose(unit.id)
        }}
      />
    </label>
  )
}
