import { isProgress } from '../../../shared/consolidation/reachedPercent.ts'
import { asScaled, decimalFromScaled } from '../../../shared/quantity/scaled.ts'
import type { Indicator, Register } from '../../../shared/register/register.ts'
import { areaName } from '../../../shared/register/registerIndex.ts'
import type { ConsolidatedIndicator } from '../../../shared/wire/consolidation.ts'
import { reportText } from '../../flow/city/figureCells.ts'
import { showValue } from '../frame/names.ts'
import { LightMark } from './LightMark.tsx'
import { useCity } from './useCity.ts'

interface Shown {
  readonly counties: ConsolidatedIndicator['counties']
  readonly indicator: Indicator
  readonly register: Register
}

/** What each county has of its own registered target, with its light and why; nothing where the register gives none. */
export function Counties({ counties, indicator, register }: Shown) {
  const { words } = useCity()
  if (counties.length === 0) return null
  return (
    <details class="linked" data-testid="counties">
      <summary>{words.sheet.counties.title}</summary>
      <ul class="sourceList">
        {counties.map((county) => (
          <County key={county.area} county={county} indicator={indicator} register={register} />
        ))}
      </ul>
    </details>
  )
}

function County({ county, indicator, register }: { county: Shown['counties'][number] } & Omit<Shown, 'counties'>) {
  const { texts, words } = useCity()
  const { area, target, cumulative, percent, reached, light, state, changed } = county
  const show = (value: number | null, field: 'cumulative' | 'target' | 'statedPercent'): string =>
    value === null ? '' : showValue({ register, texts }, { subject: indicator.id, field }, value)
  const points = (value: number | null): string => (value === null ? '—' : decimalFromScaled(asScaled(value)))
  const isLeft = indicator.kind === 'count' && !isProgress(indicator)
  const figure = words.indicators.figure({
    rate: indicator.kind === 'percent' ? show(percent, 'statedPercent') : '',
    left: isLeft ? show(cumulative, 'cumulative') : '',
    value: isLeft ? '' : show(cumulative, 'cumulative'),
    target: show(target, 'target'),
    reached: show(reached, 'statedPercent'),
  })
  return (
    <li data-testid="county" data-area={area} data-light={light?.light ?? ''}>
      <div class="head">
        <span class="title">{areaName(register, area)}</span>
        {light !== null && <LightMark light={{ ...light, override: null }} />}
      </div>
      <p class="small">{figure}</p>
      {state !== null && <p class="small">{reportText({ state, changed }, words.sheet.reported)}</p>}
      {light !== null && <p class="small">{words.reasons[light.reason](points(light.behind), points(light.expected))}</p>}
    </li>
  )
}
