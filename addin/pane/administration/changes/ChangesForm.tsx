import { AFTER } from '../../../../shared/wire/changeAfter.ts'
import type { ChangesFilter } from '../../../ports/administrationApi.ts'
import { usePane, useStore } from '../../frame/usePane.ts'
import { SubjectSelect } from '../../submit/SubjectSelect.tsx'
import { useAdministration } from '../useAdministration.ts'

interface Choice {
  readonly label: string
  readonly value: string | undefined
  readonly testid: string
  readonly options: readonly (readonly [value: string, word: string])[]
  change(value: string): void
}

/** Which changes: the four kinds that are asked after most, and behind a fold whose, where and when. */
export function ChangesForm(props: { filter: ChangesFilter; change: (filter: ChangesFilter) => void; read: () => void }) {
  const { stores, texts, words, idle } = useAdministration()
  const pane = usePane()
  const periods = useStore(pane.stores.periods)
  const register = useStore(pane.stores.context)?.register
  const accounts = useStore(stores.accounts)
  const { filter } = props
  const of = words.changes
  /** "" asks for all: it is left out. */
  const set = (name: keyof ChangesFilter, value: string): void => {
    const { [name]: _, ...others } = filter
    props.change(value === '' ? others : { ...others, [name]: value })
  }
  const counties = register?.areas.filter(({ code }) => code !== register.city) ?? []
  return (
    <form
      class="edit"
      onSubmit={(event) => {
        event.preventDefault()
        props.read()
      }}
    >
      <Select
        label={of.afterLabel}
        value={filter.after}
        testid="changes-after"
        options={AFTER.map((after) => [after, of.afterChoices[after]])}
        change={(value) => set('after', value)}
      />
      <label class="choice">
        <input
          type="checkbox"
          checked={filter.decreases !== undefined}
          data-testid="changes-decreases"
          onChange={(event) => set('decreases', event.currentTarget.checked ? 'true' : '')}
        />
        {of.decreases}
      </label>
      <Select
        label={words.periods.period}
        value={filter.period}
        testid="changes-period"
        options={periods.map(({ id }) => [id, texts.app.period(id)])}
        change={(value) => set('period', value)}
      />
      <Select
        label={words.accounts.unit}
        value={filter.reporter}
        testid="changes-unit"
        options={(register?.units ?? []).map(({ id, name }) => [id, name])}
        change={(value) => set('reporter', value)}
      />
      <details>
        <summary class="small" data-testid="changes-further">
          {of.further}
        </summary>
        <SubjectSelect
          label={texts.columnFields.indicator}
          value={filter.subject ?? ''}
          none={words.audit.kinds[''] ?? ''}
          change={(value) => set('subject', value)}
        />
        <Select
          label={texts.columnFields.area}
          value={filter.area}
          testid="changes-area"
          options={counties.map(({ code, name }) => [code, name])}
          change={(value) => set('area', value)}
        />
        <Select
          label={words.audit.who}
          value={filter.account}
          testid="changes-who"
          options={(accounts ?? []).map(({ id, name }) => [id, name])}
          change={(value) => set('account', value)}
        />
        <label>
          {of.from}
          <input
            type="date"
            value={filter.from ?? ''}
            data-testid="changes-from"
            onInput={(event) => set('from', event.currentTarget.value)}
          />
        </label>
        <label>
          {of.to}
          <input type="date" value={filter.to ?? ''} data-testid="changes-to" onInput={(event) => set('to', event.currentTarget.value)} />
        </label>
      </details>
      <div class="acts">
        <fluent-button size="small" appearance="primary" disabled={!idle} data-testid="changes-read" onClick={props.read}>
          {words.audit.read}
        </fluent-button>
      </div>
    </form>
  )
}

function Select({ label, value, testid, options, change }: Choice) {
  const { words } = useAdministration()
  return (
    <label>
      {label}
      <select value={value ?? ''} data-testid={testid} onChange={(event) => change(event.currentTarget.value)}>
        <option value="">{words.audit.kinds['']}</option>
        {options.map(([id, word]) => (
          <option key={id} value={id}>
            {word}
          </option>
        ))}
      </select>
    </label>
  )
}
