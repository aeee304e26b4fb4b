import type { RegisterInfo } from '../../../../shared/wire/administration.ts'
import type { PeriodInfo } from '../../../../shared/wire/period.ts'
import { useStore, useToday } from '../../frame/usePane.ts'
import { ActForm } from '../ActForm.tsx'
import { ActRow, type OfferedAct } from '../ActRow.tsx'
import { useAdministration } from '../useAdministration.ts'
import { ChaseList } from './ChaseList.tsx'
import { DeadlineForm } from './DeadlineForm.tsx'
import { LockForm } from './LockForm.tsx'
import { MoveRegisterForm } from './MoveRegisterForm.tsx'

/** One period: its state, its deadlines, the version it is reported against, and what may be done with it. */
export function PeriodItem({ period, registers }: { period: PeriodInfo; registers: readonly RegisterInfo[] }) {
  const { stores, actions, texts, words, role } = useAdministration()
  const chase = useStore(stores.chases).get(period.id)
  const { id, state, softDeadline, hardDeadline, registerId, registerVersion } = period
  const of = words.periods
  const today = useToday()
  const turn = state === 'open' ? 'lock' : 'reopen'
  const mayChange = role === 'coordinator' || role === 'administrator'
  const acts: readonly OfferedAct[] = [
    ...(mayChange
      ? [
          {
            name: 'deadlines',
            word: of.changeDeadlines,
            form: (close: () => void) => <DeadlineForm key={period.epoch} period={period} close={close} />,
          },
        ]
      : []),
    ...(role === 'coordinator'
      ? [
          {
            name: turn,
            word: of[turn],
            form: (close: () => void) =>
              turn === 'lock' ? (
                <LockForm period={period} close={close} />
              ) : (
                <ActForm
                  testid="reopen"
                  act={of.reopen}
                  lead={hardDeadline < today ? of.reopenOver(hardDeadline) : of.reopenLead}
                  reason
                  onAct={(reason) => void actions.turnPeriod(period, 'reopen', { reason }).then((done) => done && close())}
                />
              ),
          },
        ]
      : []),
    ...(mayChange && registers.length > 1
      ? [
          {
            name: 'move',
            word: of.move,
            form: (close: () => void) => <MoveRegisterForm period={period} registers={registers} close={close} />,
          },
        ]
      : []),
  ]
  return (
    <li data-testid="period-item" data-period={id} data-state={state} data-epoch={period.epoch}>
      <div class="head">
        <span class="title">{texts.app.period(id)}</span>
        <span class={`badge ${state}`}>{of.states[state]}</span>
      </div>
      <p class="small">{of.deadlines(softDeadline, hardDeadline)}</p>
      <p class="small">{of.reportedBy(registerId, registerVersion)}</p>
      <ActRow
        testid={`period-${id}`}
        acts={[
          ...acts,
          {
            name: 'chase',
            word: of.chase,
            form: () => <ChaseList period={period} chase={chase} />,
          },
        ]}
      />
    </li>
  )
}
