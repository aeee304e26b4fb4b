import { useRef } from 'preact/hooks'

/** Which tab each of these keys goes to, from the one at `at` of `count`. */
const KEYS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/**
 * Tabs of a panel below, as the ARIA practices describe them: one stop of the Tab key, arrows choose. Not Fluent's: its
 * list sets attributes of itself while it is made where an engine has no `:state` (below Chromium 125, Safari 17.4), which no
 * element may, and is then none.
 */
export function TabList<Name extends string>({ chosen, tabs, choose, label }: Props<Name>) {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = KEYS[event.key]?.(
      tabs.findIndex(({ name }) => name === chosen),
      tabs.length,
    )
    const tab = to === undefined ? undefined : tabs[to]
    if (to === undefined || !tab) return
    event.preventDefault()
    choose(tab.name)
    list.current?.querySelectorAll('button')[to]?.focus()
  }
  return (
    <div ref={list} class="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map(({ name, words }) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={name === chosen}
          tabIndex={name === chosen ? 0 : -1}
          data-testid={`tab-${name}`}
          onClick={() => choose(name)}
        >
          {words}
        </button>
      ))}
    </div>
  )
}

interface Props<Name extends string> {
  readonly chosen: Name
  readonly tabs: readonly { readonly name: Name; readonly words: string }[]
  readonly choose: (name: Name) => void
  /** What the tabs are of, for those who hear them. */
  readonly label: string
}
