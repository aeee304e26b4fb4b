import { useState } from 'preact/hooks'
import { cityFigure } from '../../../shared/consolidation/cityFigure.ts'
import { asScaled, decimalFromScaled } from '../../../shared/quantity/scaled.ts'
import type { Indicator, Register } from '../../../shared/register/register.ts'
import { areaName } from '../../../shared/register/registerIndex.ts'
import type { ConsolidatedIndicator, IndicatorLight } from '../../../shared/wire/consolidation.ts'
import { showValue } from '../frame/names.ts'
import { LightForm } from './LightForm.tsx'
import { LightMark } from './LightMark.tsx'
import { SourceItem } from './SourceItem.tsx'
import { useCity } from './useCity.ts'

const points = (value: number | null): string => (value === null ? '—' : decimalFromScaled(asScaled(value)))

/** One indicator: figure, change, light and why, the rows that it came from; and a form for another light. */
export function IndicatorItem({ found, indicator, register }: { found: ConsolidatedIndicator; indicator: Indicator; register: Register }) {
  const { texts, words, role } = useCity()
  const [editing, setEditing] = useState(false)
  const of = words.indicators
  const { light, change } = found
  const { value, percent } = cityFigure(found)
  const show = (figure: number): string => showValue({ register, texts }, { subject: indicator.id, field: 'cumulative' }, figure)
  const moved = indicator.kind === 'percent' ? change.percent : change.cumulative
  const counted = indicator.kind === 'count' || indicator.kind === 'percent'
  const silent = counted ? found.areas.filter(({ cumulative, percent: rate }) => cumulative === null && rate === null) : []
  const sources = found.areas.flatMap((area) => area.sources)
  return (
    <li class="indicator" data-testid="indicator" data-indicator={indicator.id}>
      <div class="head">
        <span class="title">
          {indicator.id} {indicator.name}
        </span>
        {light !== null && <LightMark light={light} />}
      </div>
      {counted && (
        <p>
          {value === null && percent === null
            ? of.noFigure
            : of.figure(
                value === null ? '' : show(value),
                found.target === null ? null : show(found.target),
                percent === null ? null : decimalFromScaled(percent),
              )}
        </p>
      )}
      {moved !== null && <p class="small">{of.change(`${moved > 0 ? '+' : ''}${show(moved)}`)}</p>}
      {light !== null && <Why light={light} />}
      <details class="linked" data-testid="sources">
        <summary>{of.sources}</summary>
        {sources.length === 0 && <p class="small">{of.noSources}</p>}
        <ul class="sourceList">
          {sources.map((source) => (
            <SourceItem key={`${source.reporter}|${source.area}|${source.part}`} source={source} subject={indicator.id} />
          ))}
        </ul>
        {sources.length > 0 && silent.length > 0 && (
          <p class="held">{of.noArea(silent.map(({ area }) => areaName(register, area)).join(texts.separator))}</p>
        )}
      </details>
      {light !== null && role === 'coordinator' && !editing && (
        <button type="button" class="plain" data-testid="light-open" onClick={() => setEditing(true)}>
          {words.override.open}
        </button>
      )}
      {light !== null && editing && <LightForm indicator={indicator.id} light={light} close={() => setEditing(false)} />}
    </li>
  )
}

function Why({ light }: { light: IndicatorLight }) {
  const { texts, words } = useCity()
  const why = words.reasons[light.reason](points(light.behind), points(light.expected))
  const { override } = light
  if (override === null) return <p class="small">{why}</p>
  return (
    <>
      <p class="small">{words.overridden(override.by, texts.app.time(override.at), override.reason)}</p>
      <p class="small">
        {words.judgedAs(words.lights.names[light.light])}
        {texts.colon}
        {why}
      </p>
    </>
  )
}
