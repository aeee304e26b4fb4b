import { asScaled, decimalFromScaled } from '../../../shared/quantity/scaled.ts'
import type { Register } from '../../../shared/register/register.ts'
import { areaName } from '../../../shared/register/registerIndex.ts'
import type { Consolidation } from '../../../shared/wire/consolidation.ts'
import { excludedFromRanks, indicatorNames } from '../../flow/city/consolidationNames.ts'
import { useCity } from './useCity.ts'

interface Shown {
  readonly ranking: Consolidation['ranking']
  readonly register: Register
}

/** The counties by what they reached of their own targets, each with what it is ranked by; why nobody is, where that is so. */
export function Ranking({ ranking, register }: Shown) {
  const { words, texts } = useCity()
  const of = words.ranking
  const ranked = ranking.counties.filter(({ rank }) => rank !== null)
  return (
    <details class="kind" data-testid="ranking">
      <summary>
        <span class="title">{of.title}</span>
        <span class="number">{ranked.length}</span>
      </summary>
      {ranked.length === 0 ? (
        <p class="small">{of.none(ranking.fewest)}</p>
      ) : (
        <>
          <p class="small">{of.lead(ranking.fewest)}</p>
          <ol class="rows ranking">
            {ranking.counties.map((county) => (
              <RankedCounty key={county.area} county={county} fewest={ranking.fewest} register={register} />
            ))}
          </ol>
          <p class="small">{of.excluded(excludedFromRanks(ranking, register, texts.separator))}</p>
        </>
      )}
    </details>
  )
}

function RankedCounty(props: { county: Consolidation['ranking']['counties'][number]; fewest: number; register: Register }) {
  const { words, texts } = useCity()
  const { county, fewest, register } = props
  const { area, rank, score, counted, asZero } = county
  const of = words.ranking
  const names = (ids: readonly string[]): string => indicatorNames(register, ids, texts.separator)
  return (
    <li data-testid="ranked" data-area={area} data-rank={rank ?? ''}>
      <span class="rank">{rank === null ? of.unranked : of.rank(rank)}</span>
      <span class="what">{areaName(register, area)}</span>
      <span>{score !== null && `${decimalFromScaled(asScaled(score))}%`}</span>
      <span class="small base">{rank === null ? of.tooFew(counted.length, fewest) : of.base(counted.length, names(counted))}</span>
      {rank !== null && asZero.length > 0 && <span class="small base">{of.asZero(names(asZero))}</span>}
    </li>
  )
}
