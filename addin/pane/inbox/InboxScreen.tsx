import { useState } from 'preact/hooks'
import type { Register } from '../../../shared/register/register.ts'
import { goes, type InboxLine, inboxLines, type Standing } from '../../state/inbox/inboxLines.ts'
import { type InboxItem, MOST_FILES } from '../../state/inbox/inboxState.ts'
import { useFirst } from '../frame/useFirst.tsx'
import { useStore } from '../frame/usePane.ts'
import { useWhenIdle } from '../frame/useWhenIdle.ts'
import { DropBox } from './DropBox.tsx'
import { LineItem } from './LineItem.tsx'
import { type InboxProps, useInbox } from './useInbox.ts'

const STANDINGS: readonly Standing[] = ['chooseUnit', 'doubt', 'clash', 'ready', 'nothing', 'unreadable', 'sent']
/** As many lines as are drawn at once. */
const FIRST = 30

/** 收件箱: files that units mailed, whose each is, what it says, and sending it on their behalf. */
export function InboxScreen() {
  const props = useInbox()
  return props === null ? null : <Screen {...props} />
}

function Screen(props: InboxProps) {
  const { inbox, context, words, idle } = props
  const items = useStore(inbox.items)
  const city = useStore(inbox.city)
  const notTaken = useStore(inbox.notTaken)
  const lasts = useStore(inbox.lasts)
  useWhenIdle(`inbox ${context.period.id}`, () => void inbox.open())
  const lines = city === null ? [] : inboxLines(items, city, context)
  const unread = items.filter(({ read }) => read === null).length
  const going = lines.filter(goes)
  return (
    <section data-testid="inbox">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <DropBox add={inbox.add} words={words} idle={idle} />
      {!lasts && (
        <p class="stale" role="alert">
          {words.lost}
        </p>
      )}
      <div role="status">
        {notTaken !== null && notTaken.repeated.length > 0 && <p class="small">{words.repeated(notTaken.repeated.join('、'))}</p>}
        {notTaken !== null && notTaken.tooMany > 0 && <p class="small">{words.tooMany(MOST_FILES, notTaken.tooMany)}</p>}
      </div>
      {items.length === 0 ? (
        <p class="small">{words.empty}</p>
      ) : (
        <>
          <p data-testid="inbox-counts">{words.counts(items.length, lines.length)}</p>
          <div class="acts">
            {unread > 0 && (
              <fluent-button disabled={!idle} data-testid="inbox-read" onClick={() => void inbox.read()}>
                {words.readOn(unread)}
              </fluent-button>
            )}
            <fluent-button
              disabled={!idle || lines.every(({ standing }) => standing !== 'ready')}
              data-testid="inbox-try"
              onClick={() => void inbox.tryAll()}
            >
              {words.tryAll}
            </fluent-button>
            <fluent-button
              appearance="primary"
              disabled={!idle || going.length === 0}
              data-testid="inbox-send"
              data-count={going.length}
              onClick={() => void inbox.send()}
            >
              {words.send(going.length)}
            </fluent-button>
          </div>
          <Unreadable items={items} {...props} />
          <Lines lines={lines} register={context.register} {...props} />
        </>
      )}
    </section>
  )
}

function Lines({ lines, register, ...props }: InboxProps & { readonly lines: readonly InboxLine[]; readonly register: Register }) {
  const { words } = props
  const [filter, setFilter] = useState<Standing | null>(null)
  const found = filter === null ? lines : lines.filter(({ standing }) => standing === filter)
  const { shown, more } = useFirst(found, FIRST)
  const chips = STANDINGS.flatMap((standing) => {
    const count = lines.filter((line) => line.standing === standing).length
    return count === 0 && standing !== filter ? [] : [{ standing, count }]
  })
  return (
    <>
      <fieldset class="chips" aria-label={words.filter}>
        <button type="button" class="chip" aria-pressed={filter === null} data-testid="inbox-only-all" onClick={() => setFilter(null)}>
          {words.all} {lines.length}
        </button>
        {chips.map(({ standing, count }) => (
          <button
            key={standing}
            type="button"
            class="chip"
            aria-pressed={filter === standing}
            data-testid={`inbox-only-${standing}`}
            data-count={count}
            onClick={() => setFilter(standing)}
          >
            {words.standings[standing]} {count}
          </button>
        ))}
      </fieldset>
      <datalist id="inbox-units">
        {register.units.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <ul class="plan">
        {shown.map((line) => (
          <LineItem key={`${line.sha256}|${line.sheet.sheetName}`} line={line} {...props} />
        ))}
      </ul>
      {more}
    </>
  )
}

/** Files that could not be read, and sheets without a table, each with what it is and what to do. */
function Unreadable({ items, words, inbox, idle }: InboxProps & { readonly items: readonly InboxItem[] }) {
  const faults = items.flatMap((item) => {
    const text = whyNot(item, words)
    return text === null ? [] : [{ item, text }]
  })
  if (faults.length === 0) return null
  return (
    <details class="kind" open={faults.length <= 3}>
      <summary>
        <span class="title">{words.standings.unreadable}</span>
        <span class="number">{faults.length}</span>
      </summary>
      <ul class="plan">
        {faults.map(({ item: { file }, text }) => (
          <li key={file.sha256} data-testid="inbox-unreadable">
            <p class="fileName">{file.name}</p>
            <p class="small">{text}</p>
            <fluent-button
              size="small"
              appearance="subtle"
              disabled={!idle}
              aria-label={words.removeNamed(file.name)}
              onClick={() => void inbox.remove(file.sha256)}
            >
              {words.remove}
            </fluent-button>
          </li>
        ))}
      </ul>
    </details>
  )
}

function whyNot({ read }: InboxItem, words: InboxProps['words']): string | null {
  if (read === null) return null
  if (!read.ok) return read.fault.tag === 'otherFormat' ? words.otherFormat(read.fault.format) : words.faults[read.fault.tag]
  return read.value.sheets.length === 0 ? words.noTable : null
}
