import type { Consolidation } from '../../../shared/wire/consolidation.ts'
import { useCity } from './useCity.ts'

const COUNTED = ['due', 'reported', 'onTime', 'late', 'unreported'] as const

/** 应报, 已报, 按时, 逾期, 未报. */
export function Counts({ completeness }: Pick<Consolidation, 'completeness'>) {
  const { words } = useCity()
  return (
    <dl class="counts" data-testid="counts">
      {COUNTED.map((name) => (
        <div key={name} data-testid={`count-${name}`}>
          <dt>{words.counts[name]}</dt>
          <dd>{completeness[name]}</dd>
        </div>
      ))}
    </dl>
  )
}
