import type { Consolidation } from '../../../shared/wire/consolidation.ts'
import { useCity } from './useCity.ts'

const COUNTED = ['due', 'reported', 'partial', 'unreported', 'onTime', 'late'] as const

/** 应报, 已报齐, 部分报送, 未报; 按时, 逾期. */
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
