import { useMemo, useState } from 'preact/hooks'
import { keysOf } from '../../../shared/base/keysOf.ts'
import type { Register } from '../../../shared/register/register.ts'
import { missingOf } from '../../flow/unit/missingOf.ts'
import type { UnitPeriod } from '../../flow/unit/openUnitPeriod.ts'
import { type UnitRow, unitRows } from '../../flow/unit/unitRows.ts'
import { useFirst } from '../frame/useFirst.tsx'
import { useJudgedOn, usePane, useStore } from '../frame/usePane.ts'
import type { RowFilter } from '../text/unitTexts.ts'
import { RowItem } from './RowItem.tsx'

const FIRST = 40
/** As many changed rows are compared with the sign-off at once; with more, a row is when it is opened. */
const COMPARED = 12

/** The rows of a unit's period: those that were commented of first, then all, narrowed as the person wishes. */
export function RowList({ unit, register }: { unit: UnitPeriod; register: Register }) {
  const { texts, stores } = usePane()
  const checked = useStore(stores.checked)
  const [filter, setFilter] = useState<RowFilter>('all')
  const words = texts.unit.rows
  const reading = checked.tag === 'checked' ? checked.check.reading : null
  const rows = useMemo(() => unitRows(unit, reading), [unit, reading])
  const on = useJudgedOn()
  const missing = useMemo(() => (on === null ? [] : missingOf(register, unit, on).map(blank)), [register, unit, on])
  const by: Readonly<Record<RowFilter, readonly UnitRow[]>> = {
    all: rows.filter(({ record }) => record !== null),
    changed: rows.filter(({ changed }) => changed),
    commented: rows.filter(({ comments }) => comments.length > 0),
    missing,
  }
  const compare = by.changed.length <= COMPARED
  const found = by[filter]
  const { shown, more } = useFirst(found, FIRST)
  return (
    <section data-testid="unit-rows">
      <h3>{words.title(by.all.filter(({ record }) => record?.deleted === false).length)}</h3>
      <fieldset class="chips" aria-label={texts.unit.units.filter}>
        {keysOf(by).map((name) => (
          <button
            key={name}
            type="button"
            class="chip"
            aria-pressed={filter === name}
            disabled={by[name].length === 0 && filter !== name}
            data-testid={`rows-${name}`}
            onClick={() => setFilter(name)}
          >
            {words.filters[name]} {by[name].length}
          </button>
        ))}
      </fieldset>
      {found.length === 0 && <p class="small">{words.none}</p>}
      <ul class="plan">
        {shown.map((row) => (
          <RowItem key={row.key} row={row} withComments={false} compare={compare} />
        ))}
      </ul>
      {more}
    </section>
  )
}

const blank = ({ subject, area }: { subject: string; area: string }): UnitRow => ({
  key: `${subject}|${area}|`,
  about: { subject, area, part: '' },
  record: null,
  changed: false,
  comments: [],
  returned: null,
  place: null,
})
