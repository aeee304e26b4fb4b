import type { Register } from '../../../../shared/register/register.ts'
import type { RegisterDifference } from '../../../../shared/wire/administration.ts'
import { useFirst } from '../../frame/useFirst.tsx'
import { ChangeLineItem } from '../ChangeLineItem.tsx'
import { changeLines } from '../changeLines.ts'
import { useAdministration } from '../useAdministration.ts'
import { entryName, registerValue, staleWording } from './registerValue.ts'

type Change = RegisterDifference['changes'][number]
/** What a person looks at first. */
const ORDER = [
  'title',
  'year',
  'city',
  'tasks',
  'indicators',
  'assignments',
  'succeeds',
  'units',
  'areas',
  'zones',
  'categories',
  'measures',
  'lights',
  'calendar',
  'plans',
]
const FIRST = 30

/** What loading a register changes, list by list: what comes, what goes, and of what stays each part that is another. */
export function DifferenceView({ difference, before, after }: { difference: RegisterDifference; before: Register; after: Register }) {
  const lists = Map.groupBy(difference.changes, ({ list }) => list)
  const sorted = [...lists].sort(([one], [other]) => rank(one) - rank(other))
  return (
    <div data-testid="difference">
      {sorted.map(([list, changes]) => (
        <ChangedList key={list} list={list} changes={changes} before={before} after={after} />
      ))}
    </div>
  )
}

const rank = (list: string): number => (ORDER.includes(list) ? ORDER.indexOf(list) : ORDER.length)

function ChangedList(props: { list: string; changes: readonly Change[]; before: Register; after: Register }) {
  const { words } = useAdministration()
  const { list, changes, before, after } = props
  const of = words.registers
  const { shown, more } = useFirst(changes, FIRST, { look: 'small' })
  return (
    <details class="kind" open={list !== 'assignments'}>
      <summary>
        <span class="title">{of.lists[list] ?? list}</span>
        <span class="number">{changes.length}</span>
      </summary>
      <ul class="plan">
        {shown.map((change) => (
          <ChangedEntry key={change.key} change={change} before={before} after={after} />
        ))}
      </ul>
      {more}
    </details>
  )
}

function ChangedEntry({ change, before, after }: { change: Change; before: Register; after: Register }) {
  const { words, texts } = useAdministration()
  const of = words.registers
  const name = entryName(change, before, after)
  const stale = change.list === 'indicators' ? staleWording(change.before, change.after) : null
  const show = registerValue({ before, after, words: of, texts })
  return (
    <li data-testid="change" data-list={change.list} data-key={change.key} data-change={change.change}>
      <div class="head">
        <span class="title">{name}</span>
        <span class={`badge ${change.change}`}>{of.changes[change.change]}</span>
      </div>
      {change.change === 'changed' && (
        <ul>
          {changeLines(change.before, change.after, show).map((line) => (
            <ChangeLineItem key={line.key} line={line} name={line.key === '' ? '' : (of.parts[line.key] ?? line.key)} />
          ))}
          {stale !== null && <li class="caution">{of.rawStays(stale)}</li>}
        </ul>
      )}
    </li>
  )
}
