import { useMemo } from 'preact/hooks'
import type { UnitPeriod } from '../../flow/openUnitPeriod.ts'
import { unitRows } from '../../flow/unitRows.ts'
import { usePane, useStore } from '../usePane.ts'
import { RowItem } from './RowItem.tsx'

/** The rows that were returned or remarked on, each with its cell, what was said, and a way to answer. */
export function TalkedRows({ unit }: { unit: UnitPeriod }) {
  const { stores, texts } = usePane()
  const checked = useStore(stores.checked)
  const reading = checked.tag === 'checked' ? checked.check.reading : null
  const rows = useMemo(() => unitRows(unit, reading).filter(({ comments }) => comments.length > 0), [unit, reading])
  if (rows.length === 0) return null
  return (
    <section class="talked" data-testid="talked">
      <h3>
        {texts.unit.rows.talked} <span class="number">{rows.length}</span>
      </h3>
      <ul class="plan">
        {rows.map((row) => (
          <RowItem key={row.key} row={row} talk compare={false} />
        ))}
      </ul>
    </section>
  )
}
