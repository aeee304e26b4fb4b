import { asScaled, decimalFromScaled } from '../../../shared/quantity/scaled.ts'
import type { Register } from '../../../shared/register/register.ts'
import { indicatorById } from '../../../shared/register/registerIndex.ts'
import type { Consolidation, Disagreement } from '../../../shared/wire/consolidation.ts'
import { differingDays, sideName } from '../../flow/city/consolidationNames.ts'
import { rowName, showValue } from '../frame/names.ts'
import { SourceItem } from './SourceItem.tsx'
import { useCity } from './useCity.ts'

/** Where two reporters state different figures, each followed to its rows. */
export function Disagreements({ disagreements, register }: Pick<Consolidation, 'disagreements'> & { register: Register }) {
  const { words } = useCity()
  return (
    <details class="kind" data-testid="disagreements" open={disagreements.length > 0}>
      <summary>
        <span class="title">{words.disagreements.title}</span>
        <span class="number">{disagreements.length}</span>
      </summary>
      {disagreements.length === 0 && <p class="small">{words.disagreements.none}</p>}
      <ul class="plan">
        {disagreements.map((one, at) => (
          <Item key={`${one.indicator}|${one.area}|${at}`} one={one} register={register} />
        ))}
      </ul>
    </details>
  )
}

function Item({ one, register }: { one: Disagreement; register: Register }) {
  const { texts, words } = useCity()
  const of = words.disagreements
  const isRate = indicatorById(register, one.indicator)?.kind === 'percent'
  const show = (value: number): string =>
    showValue({ register, texts }, { subject: one.indicator, field: isRate ? 'statedPercent' : 'cumulative' }, value)
  const difference = `${one.difference > 0 ? '+' : ''}${decimalFromScaled(asScaled(one.difference))}`
  const days = differingDays(one)
  return (
    <li data-testid="disagreement" data-indicator={one.indicator} data-area={one.area}>
      <p class="title">{rowName(register, { subject: one.indicator, area: one.area, part: '' })}</p>
      {(['ofRecord', 'other'] as const).map((side) => (
        <div class="side" key={side}>
          <span class="small">{of[side]}</span>
          <span>{sideName(register, one[side], words.sheet)}</span>
          <span class="value">{show(one[side].value)}</span>
        </div>
      ))}
      <p class="unsure">{of.difference(isRate ? words.indicators.points(difference) : difference)}</p>
      {days !== null && <p class="small">{words.sheet.disagreements.asOf(...days)}</p>}
      <details class="linked">
        <summary>{words.indicators.sources}</summary>
        <ul class="sourceList">
          {[...one.ofRecord.sources, ...one.other.sources].map((source) => (
            <SourceItem key={`${source.reporter}|${source.area}|${source.part}`} source={source} subject={one.indicator} />
          ))}
        </ul>
      </details>
    </li>
  )
}
