import { useState } from 'preact/hooks'
import type { PeriodInfo } from '../../../../shared/wire/period.ts'
import { useToday } from '../../frame/usePane.ts'
import { ActForm } from '../ActForm.tsx'
import { useAdministration } from '../useAdministration.ts'

/** 改期限: both days and why; what the period is reported against stays. */
export function DeadlineForm({ period, close }: { period: PeriodInfo; close: () => void }) {
  const { actions, words } = useAdministration()
  const { registerId, registerVersion } = period
  const [soft, setSoft] = useState(period.softDeadline)
  const [hard, setHard] = useState(period.hardDeadline)
  const of = words.periods
  const today = useToday()
  const changed = soft !== period.softDeadline || hard !== period.hardDeadline
  return (
    <ActForm
      testid="deadlines"
      act={of.changeDeadlines}
      lead={of.deadlinesLead}
      reason
      ready={changed && soft !== '' && hard !== '' && soft <= hard}
      onAct={(reason) =>
        void actions
          .changePeriod(period, { registerId, registerVersion, softDeadline: soft, hardDeadline: hard, reason })
          .then((done) => done && close())
      }
    >
      <label>
        {of.softDeadline}
        <input type="date" value={soft} data-testid="deadlines-soft" onInput={(event) => setSoft(event.currentTarget.value)} />
      </label>
      <label>
        {of.hardDeadline}
        <input type="date" value={hard} data-testid="deadlines-hard" onInput={(event) => setHard(event.currentTarget.value)} />
      </label>
      {soft > hard && <p class="caution">{of.wrongOrder}</p>}
      {soft <= hard && hard < today && <p class="caution">{of.hardOver}</p>}
    </ActForm>
  )
}
