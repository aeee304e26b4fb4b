import { shorten } from '../frame/names.ts'
import { usePane, useStore } from '../frame/usePane.ts'

/** A choice among the register's indicators, by task; with `label` (of a row) the tasks themselves too. */
export function SubjectSelect(props: { value: string; change: (subject: string) => void; label?: string; none?: string }) {
  const { stores, texts } = usePane()
  const register = useStore(stores.context)?.register
  if (register === undefined) return null
  return (
    <label>
      {props.label ?? texts.columnFields.indicator}
      <select value={props.value} onChange={(event) => props.change(event.currentTarget.value)}>
        <option value="">{props.none ?? '—'}</option>
        {register.tasks.map((task) => (
          <optgroup key={task.id} label={`${task.id} ${shorten(task.text, 24)}`}>
            {props.label !== undefined && <option value={task.id}>{`${task.id} ${shorten(task.text, 24)}`}</option>}
            {register.indicators
              .filter(({ taskId }) => taskId === task.id)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {shorten(name, 28)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}
