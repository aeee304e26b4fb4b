import { useState } from 'preact/hooks'
import type { RegisterInfo } from '../../../../shared/wire/administration.ts'
import type { PeriodInfo } from '../../../../shared/wire/period.ts'
import { ActForm } from '../ActForm.tsx'
import { RegisterSelect, registerOf } from '../RegisterSelect.tsx'
import { useAdministration } from '../useAdministration.ts'

/** 换台账版本: the period goes over to another version, which begins a new epoch; said before it is done. */
export function MoveRegisterForm(props: { period: PeriodInfo; registers: readonly RegisterInfo[]; close: () => void }) {
  const { actions, words } = useAdministration()
  const { period, registers, close } = props
  const [chosen, choose] = useState('')
  const register = registerOf(chosen, registers)
  const of = words.periods
  const other = register !== undefined && (register.id !== period.registerId || register.version !== period.registerVersion)
  return (
    <ActForm
      testid="move"
      act={of.move}
      lead={of.moveLead}
      reason
      ready={other}
      onAct={(reason) => {
        if (register === undefined) return
        const { softDeadline, hardDeadline } = period
        const plan = { registerId: register.id, registerVersion: register.version, softDeadline, hardDeadline, reason }
        void actions.changePeriod(period, plan).then((done) => done && close())
      }}
    >
      <RegisterSelect registers={registers} value={chosen} change={choose} testid="move-register" />
      {!other && <p class="caution">{of.sameRegister}</p>}
    </ActForm>
  )
}
