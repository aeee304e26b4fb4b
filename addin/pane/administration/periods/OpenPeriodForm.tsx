import { useEffect, useRef, useState } from 'preact/hooks'
import { chinaDay } from '../../../../shared/quantity/dates/chinaDay.ts'
import type { RegisterInfo } from '../../../../shared/wire/administration.ts'
import type { PeriodInfo } from '../../../../shared/wire/period.ts'
import { useStore, useToday } from '../../frame/usePane.ts'
import { ActForm } from '../ActForm.tsx'
import { RegisterSelect, registerOf } from '../RegisterSelect.tsx'
import { useAdministration } from '../useAdministration.ts'

/** 开启下一期: which month, by which version of which register, until when; the deadlines are the calendar's until changed. */
export function OpenPeriodForm({ periods, registers }: { periods: readonly PeriodInfo[]; registers: readonly RegisterInfo[] }) {
  const { stores, actions, texts, words, idle } = useAdministration()
  const proposal = useStore(stores.proposal)
  const today = useToday()
  const [open, setOpen] = useState(false)
  const choices = nextPeriods(periods, registers)
  const [period, setPeriod] = useState('')
  const [register, setRegister] = useState('')
  const [soft, setSoft] = useState('')
  const [hard, setHard] = useState('')
  const chosen = { period: period || (choices[0] ?? ''), register: registerOf(register, registers) }

  useEffect(() => {
    if (proposal === null) return
    setSoft(proposal.softDeadline)
    setHard(proposal.hardDeadline)
  }, [proposal])

  const asked = useRef('')
  const wanted = `${chosen.period} ${chosen.register?.id} ${chosen.register?.version}`
  useEffect(() => {
    if (!open || !idle || asked.current === wanted || chosen.register === undefined) return
    asked.current = wanted
    void actions.propose(chosen.period, chosen.register.id, chosen.register.version)
  }, [open, idle, wanted])
  const { openTitle, openLead, period: periodWord, softDeadline, hardDeadline, openAct } = words.periods
  return (
    <details class="formal" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary data-testid="open-period">{openTitle}</summary>
      <ActForm
        testid="open-period-form"
        act={openAct(texts.app.period(chosen.period))}
        lead={openLead}
        reason
        ready={soft !== '' && hard !== '' && soft <= hard && chosen.register !== undefined}
        onAct={(reason) => {
          if (chosen.register === undefined) return
          const { id, version } = chosen.register
          const plan = { registerId: id, registerVersion: version, softDeadline: soft, hardDeadline: hard, reason }
          void actions.openPeriod(chosen.period, plan).then((done) => done && setOpen(false))
        }}
      >
        <label>
          {periodWord}
          <select value={chosen.period} data-testid="open-period-id" onChange={(event) => setPeriod(event.currentTarget.value)}>
            {choices.map((id) => (
              <option key={id} value={id}>
                {texts.app.period(id)}
              </option>
            ))}
          </select>
        </label>
        <RegisterSelect registers={registers} value={register} testid="open-period-register" change={setRegister} />
        <label>
          {softDeadline}
          <input type="date" value={soft} data-testid="open-period-soft" onInput={(event) => setSoft(event.currentTarget.value)} />
        </label>
        <label>
          {hardDeadline}
          <input type="date" value={hard} data-testid="open-period-hard" onInput={(event) => setHard(event.currentTarget.value)} />
        </label>
        {hard !== '' && hard < today ? (
          <p class="caution">{words.periods.hardOver}</p>
        ) : (
          soft !== '' && soft < today && <p class="caution">{words.periods.softOver}</p>
        )}
      </ActForm>
    </details>
  )
}

/** Months that can be opened: those after the newest period first, then gaps before it; of the newest register's year where there is none. */
export function nextPeriods(
  periods: readonly Pick<PeriodInfo, 'id'>[],
  registers: readonly Pick<RegisterInfo, 'id' | 'loadedAt'>[],
): readonly string[] {
  const there = new Set(periods.map(({ id }) => id))
  const newest = [...there].sort().at(-1)
  const year = Number((newest ?? newestYear(registers)).slice(0, 4))
  const months = [year, year + 1].flatMap((of) => Array.from({ length: 12 }, (_, at) => `${of}-${String(at + 1).padStart(2, '0')}`))
  const free = months.filter((id) => !there.has(id))
  return newest === undefined ? free.slice(0, 12) : [...free.filter((id) => id > newest).slice(0, 12), ...free.filter((id) => id < newest)]
}

/** The year that the newest register names in its id ("smx-2022"), else that in which it was loaded. */
function newestYear(registers: readonly Pick<RegisterInfo, 'id' | 'loadedAt'>[]): string {
  const newest = [...registers].sort((a, b) => (a.loadedAt < b.loadedAt ? 1 : -1))[0]
  return /20\d\d/.exec(newest?.id ?? '')?.[0] ?? (newest && chinaDay(newest.loadedAt).slice(0, 4)) ?? '2021'
}
