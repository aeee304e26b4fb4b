import { usePane, useStore } from '../../frame/usePane.ts'
import { useWhenIdle } from '../../frame/useWhenIdle.ts'
import { DoneNotice } from '../DoneNotice.tsx'
import { useAdministration } from '../useAdministration.ts'
import { OpenPeriodForm } from './OpenPeriodForm.tsx'
import { PeriodItem } from './PeriodItem.tsx'

/** 期次: which periods there are; opened, changed, locked and reopened here, and who is to be chased. */
export function PeriodsScreen() {
  const pane = usePane()
  const { stores, actions, words, role, idle } = useAdministration()
  const periods = useStore(pane.stores.periods)
  const registers = useStore(stores.registers)
  useWhenIdle('', () => void actions.loadPeriods())
  const mayChange = role === 'coordinator' || role === 'administrator'
  const { title, lead, none, noRegister, runSchedule, refresh } = words.periods
  return (
    <section data-testid="periods">
      <h2>{title}</h2>
      <p class="small">{lead}</p>
      <DoneNotice />
      <div class="acts">
        <fluent-button size="small" disabled={!idle} data-testid="refresh" onClick={() => void actions.loadPeriods()}>
          {refresh}
        </fluent-button>
        {mayChange && (
          <fluent-button size="small" disabled={!idle} data-testid="run-schedule" onClick={() => void actions.runSchedule()}>
            {runSchedule}
          </fluent-button>
        )}
      </div>
      {registers !== null && registers.length === 0 && <p>{noRegister}</p>}
      {registers !== null && registers.length > 0 && periods.length === 0 && <p>{none}</p>}
      {mayChange && registers !== null && registers.length > 0 && <OpenPeriodForm periods={periods} registers={registers} />}
      <ul class="plan">
        {periods.map((period) => (
          <PeriodItem key={period.id} period={period} registers={registers ?? []} />
        ))}
      </ul>
    </section>
  )
}
