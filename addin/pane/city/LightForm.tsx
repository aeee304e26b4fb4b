import { useState } from 'preact/hooks'
import { isOneOf } from '../../../shared/base/keysOf.ts'
import type { IndicatorLight } from '../../../shared/wire/consolidation.ts'
import { LIGHTS } from '../../../shared/wire/lights.ts'
import { useEscape } from '../focus/useEscape.ts'
import { ReasonField, useReason } from '../frame/ReasonField.tsx'
import { useCity } from './useCity.ts'

/** Puts another light in place of the judged one, with a reason; or takes it back, with one too. */
export function LightForm({ indicator, light, close }: { indicator: string; light: IndicatorLight; close: () => void }) {
  const { texts, words, idle, putLight } = useCity()
  const of = words.override
  const [wanted, setWanted] = useState<IndicatorLight['light']>(light.override?.light ?? light.light)
  const reason = useReason()
  const box = useEscape<HTMLDivElement>(close)
  const send = async (to: IndicatorLight['light'] | null): Promise<void> => {
    const words = reason.take()
    if (words !== null && (await putLight(indicator, { light: to, reason: words }))) close()
  }
  return (
    <div class="edit" data-testid="light-form" ref={box}>
      <label>
        {of.light}
        <select
          value={wanted}
          data-testid="light-choice"
          onChange={(event) => {
            const { value } = event.currentTarget
            if (isOneOf(LIGHTS, value)) setWanted(value)
          }}
        >
          {LIGHTS.map((name) => (
            <option key={name} value={name}>
              {words.lights.names[name]}
            </option>
          ))}
        </select>
      </label>
      <ReasonField reason={reason} label={of.reason} rows={2} limit={500} testid="light-reason" />
      <div class="acts">
        <fluent-button appearance="primary" size="small" disabled={!idle} data-testid="light-put" onClick={() => void send(wanted)}>
          {of.put}
        </fluent-button>
        {light.override !== null && (
          <fluent-button size="small" disabled={!idle} data-testid="light-take-back" onClick={() => void send(null)}>
            {of.takeBack}
          </fluent-button>
        )}
        <fluent-button size="small" onClick={close}>
          {texts.unit.cancel}
        </fluent-button>
      </div>
    </div>
  )
}
