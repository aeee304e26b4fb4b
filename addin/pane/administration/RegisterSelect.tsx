import type { RegisterInfo } from '../../../shared/wire/administration.ts'
import { useAdministration } from './useAdministration.ts'

const keyOf = ({ id, version }: Pick<RegisterInfo, 'id' | 'version'>): string => `${id}/${version}`

/** Newest first, by when they were loaded. */
export const newestFirst = (registers: readonly RegisterInfo[]): readonly RegisterInfo[] =>
  [...registers].sort((a, b) => (a.loadedAt === b.loadedAt ? b.version - a.version : a.loadedAt < b.loadedAt ? 1 : -1))

/** The version that a choice means; the newest where none was made. */
export const registerOf = (value: string, registers: readonly RegisterInfo[]): RegisterInfo | undefined =>
  registers.find((one) => keyOf(one) === value) ?? newestFirst(registers)[0]

/** A choice among the versions that are loaded. */
export function RegisterSelect(props: {
  registers: readonly RegisterInfo[]
  /** "" for the newest. */
  value: string
  change: (value: string) => void
  testid: string
  label?: string
}) {
  const { words } = useAdministration()
  const chosen = registerOf(props.value, props.registers)
  return (
    <label>
      {props.label ?? words.register}
      <select
        value={chosen === undefined ? '' : keyOf(chosen)}
        data-testid={props.testid}
        onChange={(event) => props.change(event.currentTarget.value)}
      >
        {newestFirst(props.registers).map((one) => (
          <option key={keyOf(one)} value={keyOf(one)}>
            {words.registerVersion(one.title, one.id, one.version)}
          </option>
        ))}
      </select>
    </label>
  )
}
