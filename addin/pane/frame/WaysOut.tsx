import { isKeyOf } from '../../../shared/base/keysOf.ts'
import type { Finding } from '../../../shared/finding/finding.ts'
import { correctionsOf, type WayOut, waysOut } from '../../flow/submit/waysOut.ts'
import { usePane, useStore } from './usePane.ts'

/** What a person can do by one click about a finding of the sheet that was checked; nothing where there is no such way. */
export function WaysOut({ finding }: { finding: Finding }) {
  const { stores, actions, texts } = usePane()
  const checked = useStore(stores.checked)
  const periods = useStore(stores.periods)
  const busy = useStore(stores.busy)
  const ways = waysOut(finding, periods)
  if (checked.tag !== 'checked' || ways.length === 0) return null
  const words = texts.waysOut
  const named = (way: WayOut): string => {
    switch (way.tag) {
      case 'switchPeriod':
        return words.switchPeriod(texts.app.period(way.period))
      case 'leaveOut':
        return words.leaveOut[way.of]
      case 'confirm':
        return isKeyOf(words.confirm, finding.code) ? words.confirm[finding.code] : texts.reading.save
    }
  }
  const take = async (way: WayOut): Promise<void> => {
    if (way.tag !== 'switchPeriod') return actions.correct(checked.check.reading.sheetName, ...correctionsOf(way, checked.check))
    await actions.choosePeriod(way.period)
    await actions.check()
  }
  return (
    <div class="ways">
      {ways.map((way) => (
        <button
          key={way.tag}
          type="button"
          class="answer"
          disabled={busy !== null}
          data-testid="way-out"
          data-way={way.tag}
          onClick={() => void take(way)}
        >
          {named(way)}
        </button>
      ))}
    </div>
  )
}
