import { useState } from 'preact/hooks'
import { shownLight } from '../../../shared/consolidation/light.ts'
import type { Register } from '../../../shared/register/register.ts'
import type { Consolidation, IndicatorLight } from '../../../shared/wire/consolidation.ts'
import { LIGHTS } from '../../../shared/wire/lights.ts'
import { filterIndicators } from '../../flow/city/filterIndicators.ts'
import { useFirst } from '../frame/useFirst.tsx'
import { IndicatorItem } from './IndicatorItem.tsx'
import { useCity } from './useCity.ts'

const FIRST = 8

/** Lights as counts, each of which shows its indicators; a search; and every figure with where it came from. */
export function IndicatorList({ indicators, register }: Pick<Consolidation, 'indicators'> & { register: Register }) {
  const { words } = useCity()
  const [light, setLight] = useState<IndicatorLight['light'] | null>(null)
  const [search, setSearch] = useState('')
  const found = filterIndicators(indicators, register, light, search)
  const { shown, more } = useFirst(found, FIRST, { testid: 'indicators-more', word: words.more })
  const many = (name: IndicatorLight['light']): number =>
    indicators.filter((one) => one.light !== null && shownLight(one.light) === name).length
  const of = words.indicators
  return (
    <>
      <fieldset class="lights" aria-label={words.lights.title}>
        {LIGHTS.map((name) => (
          <button
            key={name}
            type="button"
            class={name}
            aria-pressed={light === name}
            data-testid={`lights-${name}`}
            onClick={() => setLight(light === name ? null : name)}
          >
            {words.lights.names[name]} {many(name)}
          </button>
        ))}
      </fieldset>
      <details class="kind" open data-testid="indicators">
        <summary>
          <span class="title">{of.title}</span>
          <span class="number">{found.length}</span>
        </summary>
        <label class="search">
          {of.search}
          <input
            value={search}
            placeholder={of.searchPlaceholder}
            autocomplete="off"
            data-testid="indicator-search"
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </label>
        {found.length === 0 && <p class="small">{of.none}</p>}
        <ul class="plan">
          {shown.map((one) => (
            <IndicatorItem key={one.indicator.id} found={one.found} indicator={one.indicator} register={register} />
          ))}
        </ul>
        {more}
      </details>
    </>
  )
}
