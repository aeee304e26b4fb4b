import { usePane, useStore } from './usePane.ts'

/** Which period is worked on. */
export function PeriodSelect() {
  const { stores, actions, texts } = usePane()
  const periods = useStore(stores.periods)
  const period = useStore(stores.context)?.period
  const busy = useStore(stores.busy)
  if (period === undefined) return null
  return (
    <>
      <label for="period">{texts.period.label}</label>
      <select
        id="period"
        data-testid="period"
        value={period.id}
        disabled={busy !== null}
        onChange={(event) => void actions.choosePeriod(event.currentTarget.value)}
      >
        {periods.map(({ id }) => (
          <option key={id} value={id}>
            {texts.app.period(id)}
          </option>
        ))}
      </select>
    </>
  )
}
