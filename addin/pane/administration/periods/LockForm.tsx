import type { PeriodInfo } from '../../../../shared/wire/period.ts'
import { useStore } from '../../frame/usePane.ts'
import { useWhenIdle } from '../../frame/useWhenIdle.ts'
import { ActForm } from '../ActForm.tsx'
import { useAdministration } from '../useAdministration.ts'

/** 锁定: says first which units have not reported all, and locks all the same where that is wanted. */
export function LockForm({ period, close }: { period: PeriodInfo; close: () => void }) {
  const { stores, actions, words } = useAdministration()
  const unsettled = useStore(stores.chases).get(period.id)?.unsettled
  useWhenIdle('', () => void actions.chase(period))
  const of = words.periods
  const asks = unsettled !== undefined && unsettled.length > 0
  return (
    <ActForm
      testid="lock"
      act={asks ? of.lockAnyway : of.lock}
      lead={of.lockLead}
      reason
      ready={unsettled !== undefined}
      onAct={(reason) =>
        void actions.turnPeriod(period, 'lock', { reason, ...(asks ? { confirmed: true } : {}) }).then((done) => done && close())
      }
    >
      {asks && (
        <p class="caution" data-testid="lock-unsettled">
          {of.unsettled(unsettled)}
        </p>
      )}
    </ActForm>
  )
}
