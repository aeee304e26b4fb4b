import { shownLight } from '../../../shared/consolidation/light.ts'
import type { IndicatorLight } from '../../../shared/wire/consolidation.ts'
import { useCity } from './useCity.ts'

/** A light as its word, coloured as well; ※ where a coordinator put it. */
export function LightMark({ light }: { light: IndicatorLight }) {
  const { words } = useCity()
  const shown = shownLight(light)
  return (
    <span class={`light ${shown}`} data-testid="light" data-light={shown}>
      {words.lights.names[shown]}
      {light.override !== null && words.sheet.overrideMark}
    </span>
  )
}
