import { useEffect, useRef, useState } from 'preact/hooks'
import { extentOf } from '../../../shared/consolidation/completeness.ts'
import type { UnitSubmission } from '../../../shared/wire/submission.ts'
import { unitBadge } from '../../flow/unit/unitBadge.ts'
import { filterUnits, UNIT_FILTERS, type UnitFilter } from '../../flow/unit/unitFilter.ts'
import { usePane, useStore } from '../frame/usePane.ts'
import { useWhenIdle } from '../frame/useWhenIdle.ts'
import { UnitPanel } from './UnitPanel.tsx'

/** 各单位: who has reported and who has not, in time or late; one of them opens. */
export function UnitsPanel() {
  const { stores } = usePane()
  const own = useStore(stores.context)?.account.reporter
  const reporter = useStore(stores.unit)?.unit.reporter
  const [filter, setFilter] = useState<UnitFilter>('all')
  const last = useRef('')
  if (reporter === undefined || reporter === own) return <UnitList filter={filter} setFilter={setFilter} last={last.current} />
  last.current = reporter
  return <UnitPanel />
}

/** `last` is the unit that was open just before: the focus returns to it. */
function UnitList({ filter, setFilter, last }: { filter: UnitFilter; setFilter: (filter: UnitFilter) => void; last: string }) {
  const { stores, actions, texts } = usePane()
  const listed = useStore(stores.units)
  const register = useStore(stores.context)?.register
  const period = useStore(stores.context)?.period.id
  const busy = useStore(stores.busy)
  useWhenIdle(period ?? '', () => void actions.listUnits())
  const words = texts.unit.units
  const order = new Map(register?.units.map(({ id }, index) => [id, index]))
  const units = [...(listed?.submissions ?? [])].sort((a, b) => (order.get(a.reporter) ?? 0) - (order.get(b.reporter) ?? 0))
  const found = filterUnits(units, filter)
  return (
    <section data-testid="units">
      <div class="titleLine">
        <h2 tabIndex={-1}>{words.title}</h2>
        <fluent-button
          appearance="subtle"
          size="small"
          disabled={busy !== null}
          data-testid="refresh"
          onClick={() => void actions.listUnits()}
        >
          {texts.unit.refresh}
        </fluent-button>
      </div>
      {listed !== null && (
        <>
          <p data-testid="units-counts">{words.counts(listed)}</p>
          <fieldset class="chips" aria-label={words.filter}>
            {UNIT_FILTERS.map((name) => (
              <button
                key={name}
                type="button"
                class="chip"
                aria-pressed={filter === name}
                data-testid={`units-${name}`}
                onClick={() => setFilter(name)}
              >
                {words.filters[name]} {filterUnits(units, name).length}
              </button>
            ))}
          </fieldset>
          {found.length === 0 && <p class="small">{words.none}</p>}
          <ul>
            {found.map((unit) => (
              <UnitItem key={unit.reporter} unit={unit} wasOpen={unit.reporter === last} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function UnitItem({ unit, wasOpen }: { unit: UnitSubmission; wasOpen: boolean }) {
  const { actions, texts } = usePane()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (wasOpen) button.current?.focus()
  }, [wasOpen])
  const words = texts.unit
  const { reporter, reporterName, said, signOff, rows, rowsOnBehalf, lastAt, timeliness, required, reported } = unit
  return (
    <li>
      <button
        ref={button}
        type="button"
        class="finding"
        data-testid="unit"
        data-reporter={reporter}
        onClick={() => void actions.openUnit(reporter)}
      >
        <span class="head">
          <span class="title">{reporterName}</span>
          <Badge unit={unit} />
        </span>
        <span class="small block">
          {[
            timeliness === 'onTime' && words.onTime,
            timeliness === 'late' && words.late,
            timeliness !== null && words.units.extent(extentOf(unit), required - reported),
            said === 'complete' && words.signOff[signOff],
            lastAt === null ? words.units.noRows : words.units.rows(rows, rowsOnBehalf, texts.app.time(lastAt)),
            timeliness === null && words.units.notDue,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </button>
    </li>
  )
}

function Badge({ unit }: { unit: UnitSubmission }) {
  const words = usePane().texts.unit
  const badge = unitBadge(unit)
  switch (badge.tag) {
    case 'receipt':
      return <span class={`badge ${badge.receipt === 'returned' ? 'bad' : 'good'}`}>{words.receipt[badge.receipt]}</span>
    case 'overdue':
      return <span class="badge bad">{words.units.overdue[badge.extent]}</span>
    default:
      return <span class={`badge ${badge.said === 'complete' && !badge.empty ? 'good' : ''}`}>{words.said[badge.said]}</span>
  }
}
