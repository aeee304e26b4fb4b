import { useState } from 'preact/hooks'
import { isKeyOf } from '../../../shared/base/keysOf.ts'
import { cityFigure, judgedFigure, reportingSources } from '../../../shared/consolidation/cityFigure.ts'
import { isProgress, reachedPercent } from '../../../shared/consolidation/reachedPercent.ts'
import { isAnswered } from '../../../shared/consolidation/reported.ts'
import { isNextMonth } from '../../../shared/quantity/dates/isNextMonth.ts'
import { asScaled, decimalFromScaled } from '../../../shared/quantity/scaled.ts'
import type { Indicator, Register } from '../../../shared/register/register.ts'
import { areaName } from '../../../shared/register/registerIndex.ts'
import type { ConsolidatedIndicator, IndicatorLight } from '../../../shared/wire/consolidation.ts'
import { insteadText, reportsText } from '../../flow/city/figureCells.ts'
import { showValue } from '../frame/names.ts'
import { Counties } from './Counties.tsx'
import { LightForm } from './LightForm.tsx'
import { LightMark } from './LightMark.tsx'
import { SourceItem } from './SourceItem.tsx'
import { useCity } from './useCity.ts'

const points = (value: number | null): string => (value === null ? '—' : decimalFromScaled(asScaled(value)))

interface Shown {
  readonly found: ConsolidatedIndicator
  readonly indicator: Indicator
  readonly register: Register
}

/** One indicator: figure, change, light and why, the rows that it came from; and a form for another light. */
export function IndicatorItem({ found, indicator, register }: Shown) {
  const { words, role } = useCity()
  const [editing, setEditing] = useState(false)
  const { light } = found
  // why it is grey stands there already, in place of the figure
  const isSaid = light?.light === 'grey' && light.override === null && insteadText({ found, indicator }, words.sheet.reported) !== ''
  return (
    <li class="indicator" data-testid="indicator" data-indicator={indicator.id}>
      <div class="head">
        <span class="title">
          {indicator.id} {indicator.name}
        </span>
        {light !== null && <LightMark light={light} />}
      </div>
      <Figure found={found} indicator={indicator} register={register} />
      {light !== null && !isSaid && <Why light={light} ofStated={judgedFigure(found).ofStated} />}
      <Counties counties={found.counties} indicator={indicator} register={register} />
      <Sources found={found} indicator={indicator} register={register} />
      {light !== null && role === 'coordinator' && !editing && (
        <button type="button" class="plain" data-testid="light-open" onClick={() => setEditing(true)}>
          {words.override.open}
        </button>
      )}
      {light !== null && editing && <LightForm indicator={indicator.id} light={light} close={() => setEditing(false)} />}
    </li>
  )
}

/** A milestone or a narrative is not counted: it has no figure that could be missing. */
const isCounted = ({ kind }: Indicator): boolean => kind === 'count' || kind === 'percent'

/** The city's figure beside its target, and what moved since the period before. */
function Figure({ found, indicator, register }: Shown) {
  const { texts, words } = useCity()
  const of = words.indicators
  const { value, percent, statedOnly } = cityFigure(found)
  const instead = insteadText({ found, indicator }, words.sheet.reported)
  const reports = reportsText(reportingSources(found), words.sheet.reported)
  const isRate = indicator.kind === 'percent'
  const show = (figure: number | null, field: 'cumulative' | 'target' | 'statedPercent'): string =>
    figure === null ? '' : showValue({ register, texts }, { subject: indicator.id, field }, figure)
  const isLeft = !isRate && !isProgress(indicator)
  const marked = (figure: string): string => (statedOnly && figure !== '' ? words.sheet.reported.whole(figure) : figure)
  const parts = {
    rate: isRate ? marked(show(percent, 'statedPercent')) : '',
    left: isLeft ? marked(show(value, 'cumulative')) : '',
    value: isLeft ? '' : marked(show(value, 'cumulative')),
    target: show(found.target, 'target'),
    reached: show(reachedPercent(indicator, { cumulative: value, percent }, found.target), 'statedPercent'),
  }
  return (
    <>
      {isCounted(indicator) && (value !== null || percent !== null) && <p>{of.figure(parts)}</p>}
      {instead !== '' && <p class="unsure">{instead}</p>}
      {reports !== '' && (
        <p class="small" data-testid="report-states">
          {reports}
        </p>
      )}
      {isCounted(indicator) && <Change found={found} indicator={indicator} register={register} />}
    </>
  )
}

/** What moved since the period before, which is named where it is not the month before; or why that cannot be said. */
function Change({ found, indicator, register }: Shown) {
  const { texts, words, period, before } = useCity()
  const of = words.indicators
  const { change } = found
  const earlier = before === null || period === undefined || isNextMonth(before, period) ? null : before
  const moved = indicator.kind === 'percent' ? change.percent : change.cumulative
  if (moved !== null) {
    const by =
      indicator.kind === 'percent'
        ? of.points(points(moved))
        : showValue({ register, texts }, { subject: indicator.id, field: 'cumulative' }, moved)
    return <p class="small">{of.change(earlier, `${moved > 0 ? '+' : ''}${by}`)}</p>
  }
  return isKeyOf(of.incomparable, change.comparable) ? (
    <p class="small">{of.notComparable(earlier, of.incomparable[change.comparable])}</p>
  ) : null
}

/** The rows that the figure came from, and the areas that have none in it. */
function Sources({ found, indicator, register }: Shown) {
  const { texts, words } = useCity()
  const of = words.indicators
  const sources = [...found.areas.flatMap((area) => area.sources), ...found.statedSources]
  const without = isCounted(indicator) ? found.areas.filter(({ due, reported }) => due && !isAnswered(reported)) : []
  return (
    <details class="linked" data-testid="sources">
      <summary>{of.sources}</summary>
      {sources.length === 0 && <p class="small">{isAnswered(found.reported) ? of.reportedByText : of.noSources}</p>}
      <ul class="sourceList">
        {sources.map((source) => (
          <SourceItem key={`${source.reporter}|${source.area}|${source.part}`} source={source} subject={indicator.id} />
        ))}
      </ul>
      {sources.length > 0 && without.length > 0 && (
        <p class="caution">{of.noArea(without.map(({ area }) => areaName(register, area)).join(texts.separator))}</p>
      )}
    </details>
  )
}

/** Why the light is what it is; of one that a coordinator put, who and why, and what it would be by itself. */
function Why({ light, ofStated }: { light: IndicatorLight; ofStated: boolean }) {
  const { texts, words } = useCity()
  const reason = words.reasons[light.reason](points(light.behind), points(light.expected))
  const why = ofStated ? words.sheet.reported.byStated(reason) : reason
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
