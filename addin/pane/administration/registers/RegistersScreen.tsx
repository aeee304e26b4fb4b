import type { RegisterInfo } from '../../../../shared/wire/administration.ts'
import { usePane, useStore } from '../../frame/usePane.ts'
import { useWhenIdle } from '../../frame/useWhenIdle.ts'
import { DoneNotice } from '../DoneNotice.tsx'
import { newestFirst } from '../RegisterSelect.tsx'
import { useAdministration } from '../useAdministration.ts'
import { ReadRegisterForm } from './ReadRegisterForm.tsx'
import { RegisterReadingView } from './RegisterReadingView.tsx'

/** 任务台账: the year's register, read from a sheet or a file, looked at against the one before, and loaded. */
export function RegistersScreen() {
  const { stores, actions, words } = useAdministration()
  const registers = useStore(stores.registers)
  const reading = useStore(stores.reading)
  useWhenIdle('', () => void actions.loadPeriods())
  const of = words.registers
  return (
    <section data-testid="registers">
      <h2>{of.title}</h2>
      <p class="small">{of.lead}</p>
      <DoneNotice />
      {registers !== null && reading === null && <ReadRegisterForm registers={registers} />}
      {reading !== null && <RegisterReadingView reading={reading} />}
      {registers !== null && registers.length > 0 && <h3>{of.loaded}</h3>}
      <ul class="plan">
        {newestFirst(registers ?? []).map((register) => (
          <LoadedRegister key={`${register.id}/${register.version}`} register={register} />
        ))}
      </ul>
    </section>
  )
}

function LoadedRegister({ register }: { register: RegisterInfo }) {
  const pane = usePane()
  const { actions, texts, words, idle } = useAdministration()
  const periods = useStore(pane.stores.periods)
  const of = words.registers
  const used = periods.filter(({ registerId, registerVersion }) => registerId === register.id && registerVersion === register.version)
  return (
    <li data-testid="loaded-register" data-register={register.id} data-version={register.version}>
      <div class="head">
        <span class="title">{register.title}</span>
        <span class="badge">{of.version(register.version)}</span>
      </div>
      <p class="small">
        {register.id} · {of.loadedAt(words.fullTime(register.loadedAt))}
      </p>
      <p class="small">{used.length === 0 ? of.unused : of.usedBy(used.map(({ id }) => texts.app.period(id)).join(texts.separator))}</p>
      <div class="acts">
        <button
          type="button"
          class="plain"
          disabled={!idle}
          data-testid="write-register"
          onClick={() => void actions.writeRegister(register, of.sheetName(register.id, register.version))}
        >
          {of.write}
        </button>
      </div>
    </li>
  )
}
