import { asScaled, decimalFromScaled } from '../../../shared/quantity/scaled.ts'
import type { Register } from '../../../shared/register/register.ts'
import { areaName } from '../../../shared/register/registerIndex.ts'
import type { Consolidation } from '../../../shared/wire/consolidation.ts'
import { useCity } from './useCity.ts'

/** The counties by their completion; ties share a rank. */
export function Ranking({ ranking, register }: Pick<Consolidation, 'ranking'> & { register: Register }) {
  const { words } = useCity()
  const of = words.ranking
  return (
    <details class="kind" data-testid="ranking">
      <summary>
        <span class="title">{of.title}</span>
        <span class="number">{ranking.length}</span>
      </summary>
      {ranking.length === 0 ? (
        <p class="small">{of.none}</p>
      ) : (
        <>
          <p class="small">{of.lead}</p>
          <ol class="rows ranking">
            {ranking.map(({ area, score, rank }) => (
              <li key={area} data-testid="ranked" data-area={area} data-rank={rank}>
                <span class="rank">{of.rank(rank)}</span>
                <span class="what">{areaName(register, area)}</span>
                <span>{decimalFromScaled(asScaled(score))}%</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </details>
  )
}
