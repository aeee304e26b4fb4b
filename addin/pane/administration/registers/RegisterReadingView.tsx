import type { RegisterTrouble } from '../../../../shared/register/registerTrouble.ts'
import type { RegisterReading } from '../../../flow/administration/readRegister.ts'
import { usePane } from '../../frame/usePane.ts'
import { useAdministration } from '../useAdministration.ts'
import { DifferenceView } from './DifferenceView.tsx'

/** What was read: the cells that do not fit; or what loading it would change, and the button that loads it. */
export function RegisterReadingView({ reading }: { reading: RegisterReading }) {
  const { actions, words, idle } = useAdministration()
  const of = words.registers
  const again = (
    <fluent-button size="small" disabled={!idle} data-testid="forget-reading" onClick={actions.forgetReading}>
      {of.forget}
    </fluent-button>
  )
  if (reading.tag === 'troubled') {
    return (
      <div data-testid="register-troubles" data-count={reading.troubles.length}>
        <p class="sum">{of.troubles(reading.from, reading.troubles.length)}</p>
        <p class="small">{reading.sheet === null ? of.troublesLeadFile : of.troublesLead}</p>
        <ul class="error">
          {reading.troubles.slice(0, 100).map((trouble, index) => (
            <Trouble key={`${trouble.code}:${trouble.cell ?? trouble.at}:${index}`} trouble={trouble} sheet={reading.sheet} />
          ))}
        </ul>
        <div class="acts">{again}</div>
      </div>
    )
  }
  const { register, difference, before, remarks, sheet } = reading
  return (
    <div data-testid="register-read" data-changes={difference.changes.length} data-version={register.version}>
      <p class="sum">{of.read(reading.from, register.title)}</p>
      <p class="small">{of.counts(register.tasks.length, register.indicators.length, register.units.length)}</p>
      <p>
        {difference.previousVersion === null
          ? of.first
          : difference.changes.length === 0
            ? of.same(difference.previousVersion)
            : of.differs(difference.previousVersion, difference.changes.length)}
      </p>
      {before !== null && <DifferenceView difference={difference} before={before} after={register} />}
      {remarks.length > 0 && (
        <ul class="warning" data-testid="register-remarks">
          {remarks.slice(0, 100).map((trouble) => (
            <Trouble key={`${trouble.code}:${trouble.at}`} trouble={trouble} sheet={sheet} />
          ))}
        </ul>
      )}
      <p class="small">{of.loadLead}</p>
      <div class="acts">
        <fluent-button
          size="small"
          appearance="primary"
          disabled={!idle}
          data-testid="load-register"
          onClick={() => void actions.loadRegister()}
        >
          {of.load(register.id, register.version)}
        </fluent-button>
        {again}
      </div>
    </div>
  )
}

function Trouble({ trouble, sheet }: { trouble: RegisterTrouble; sheet: string | null }) {
  const { actions } = usePane()
  const { words } = useAdministration()
  const { code, cell, at, value } = trouble
  const of = words.registers
  const { title, fix } = of.reasons[code]
  // a cell says better than a path where it is
  const place = cell === null ? at : ''
  return (
    <li>
      <button
        type="button"
        class="finding"
        data-testid="trouble"
        data-code={code}
        data-cell={cell ?? ''}
        disabled={cell === null || sheet === null}
        onClick={() => cell !== null && sheet !== null && void actions.select(sheet, cell)}
      >
        <span class="head">
          {cell !== null && <span class="cell">{cell}</span>}
          <span class="title">{title}</span>
        </span>
        {(value !== '' || place !== '') && <span class="reason">{of.found(value, place)}</span>}
        {fix !== '' && <span class="fix">{fix}</span>}
      </button>
    </li>
  )
}
