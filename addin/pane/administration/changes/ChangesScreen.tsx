import { useState } from 'preact/hooks'
import type { Register } from '../../../../shared/register/register.ts'
import type { ChangesWords } from '../../../flow/administration/changesSheet.ts'
import type { ChangesFilter } from '../../../ports/administrationApi.ts'
import { changeKey } from '../../../state/administration/administration.ts'
import { measureOfValue } from '../../frame/names.ts'
import { senderName } from '../../frame/senderName.ts'
import { usePane, useStore } from '../../frame/usePane.ts'
import { useWhenIdle } from '../../frame/useWhenIdle.ts'
import { DoneNotice } from '../DoneNotice.tsx'
import { useAdministration } from '../useAdministration.ts'
import { ChangeItem } from './ChangeItem.tsx'
import { ChangesForm } from './ChangesForm.tsx'
import { nameOfArea, nameOfSubject, unitName } from './changeNames.ts'

/** 改动: which figures were changed after they had been reported, by whom, from what to what, and after what; and as a sheet. */
export function ChangesScreen() {
  const { stores, actions, texts, words, idle } = useAdministration()
  const view = useStore(stores.changes)
  const context = useStore(usePane().stores.context)
  const [filter, setFilter] = useState<ChangesFilter>({})
  useWhenIdle('', () => void actions.readChanges({}))
  const of = words.changes
  const sheetWords = (registers: ReadonlyMap<string, Register>): ChangesWords => ({
    ...of.sheet,
    time: words.fullTime,
    period: texts.app.period,
    unit: (change) => unitName(registers.get(change.period), change),
    area: ({ period, area }) => nameOfArea(registers.get(period), area),
    name: ({ period, subject }) => nameOfSubject(registers.get(period), subject),
    act: ({ act }) => of.acts[act],
    who: (change) => senderName(texts, change, change.by),
    field: (field) => texts.fields[field],
    measure: ({ period, subject }, field) => {
      const register = registers.get(period)
      return register === undefined ? '' : measureOfValue(register, subject, field)
    },
    following: ({ after }) => after.map((one) => of.after[one]).join(texts.separator),
  })
  const filterName = of.filterName(view?.filter ?? {}, {
    period: texts.app.period,
    unit: (id) => context?.register.units.find((unit) => unit.id === id)?.name ?? id,
    area: (code) => nameOfArea(context?.register, code),
    subject: (id) => nameOfSubject(context?.register, id),
    person: (id) => stores.accounts.get()?.find((account) => account.id === id)?.name ?? id,
  })
  return (
    <section data-testid="changes">
      <h2>{of.title}</h2>
      <p class="small">{of.lead}</p>
      <DoneNotice />
      <ChangesForm filter={filter} change={setFilter} read={() => void actions.readChanges(filter)} />
      {view !== null && (
        <>
          <div class="titleLine">
            <p class="small" data-testid="changes-count">
              {of.found(view.changes.length, view.next !== null)}
            </p>
            <fluent-button
              size="small"
              disabled={!idle || view.changes.length === 0}
              data-testid="changes-write"
              onClick={() => void actions.writeChanges(sheetWords, filterName)}
            >
              {words.audit.write}
            </fluent-button>
          </div>
          <ul class="plan">
            {view.changes.map((change) => (
              <ChangeItem key={changeKey(change)} change={change} register={view.registers.get(change.period)} />
            ))}
          </ul>
          {view.next !== null && (
            <fluent-button
              class="wide"
              appearance="subtle"
              disabled={!idle}
              data-testid="changes-more"
              onClick={() => void actions.continueChanges()}
            >
              {of.more}
            </fluent-button>
          )}
        </>
      )}
    </section>
  )
}
