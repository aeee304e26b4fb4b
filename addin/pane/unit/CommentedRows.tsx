import { useMemo } from 'preact/hooks'
import type { UnitPeriod } from '../../flow/unit/openUnitPeriod.ts'
import { unitRows } from '../../flow/unit/unitRows.ts'
import { useFirst } from '../frame/useFirst.tsx'
import { usePane, useStore } from '../frame/usePane.ts'
import { RowItem } from './RowItem.tsx'

/** As many at once; they stand above everything else. */
const FIRST = 8

/** The rows that were returned or commented on, each with its cell, what was said, and a way to answer. */
export function CommentedRows({ unit }: { unit: UnitPeriod }) {
  const { stores, texts } = usePane()
  const checked = useStore(stores.checked)
  const reading = checked.tag === 'checked' ? checked.check.reading : null
  const rows = useMemo(() => unitRows(unit, reading).filter(({ comments }) => comments.length > 0), [unit, reading])
  const { shown, more } = useFirst(rows, FIRST)
  if (rows.length === 0) return null
  return (
    <section class="commented" data-testid="commented">
      <h3>
        {texts.unit.rows.commented} <span class="number">{rows.length}</span>
      </h3>
      <ul class="plan">
        {shown.map((row) => (
          <RowItem key={row.key} row={row} withComments compare={false} />
        ))}
      </ul>
      {more}
    </section>
  )
}
