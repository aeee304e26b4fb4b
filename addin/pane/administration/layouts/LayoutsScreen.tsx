import { useRef } from 'preact/hooks'
import type { StoredLayout } from '../../../../shared/wire/layouts.ts'
import { useStore } from '../../frame/usePane.ts'
import { useWhenIdle } from '../../frame/useWhenIdle.ts'
import { DoneNotice } from '../DoneNotice.tsx'
import { useAdministration } from '../useAdministration.ts'
import { LayoutItem } from './LayoutItem.tsx'

/** 版式: what units propose that others’ sheets of the same layout be read by, and what was agreed. */
export function LayoutsScreen() {
  const { stores, actions, words, texts } = useAdministration()
  const layouts = useStore(stores.layouts)
  useWhenIdle('', () => void actions.loadLayouts())
  const of = words.layouts
  const all = layouts ?? []
  const heading = useRef<HTMLHeadingElement>(null)
  /** What was acted on may have left the list, and the focus with it. */
  const acted = () => heading.current?.focus()
  return (
    <section data-testid="layouts">
      <h2 ref={heading} tabIndex={-1}>
        {texts.tabs.layouts}
      </h2>
      <p class="small">{of.lead}</p>
      <DoneNotice />
      <Part
        title={of.proposed}
        none={of.noneProposed}
        layouts={all.filter(({ scope }) => scope === 'unit')}
        known={layouts !== null}
        acted={acted}
      />
      <Part
        title={of.agreed}
        none={of.noneAgreed}
        layouts={all.filter(({ scope }) => scope === 'city')}
        known={layouts !== null}
        acted={acted}
      />
    </section>
  )
}

function Part(props: { title: string; none: string; layouts: readonly StoredLayout[]; known: boolean; acted: () => void }) {
  return (
    <>
      <h3>{props.title}</h3>
      {props.known && props.layouts.length === 0 && <p class="small">{props.none}</p>}
      <ul class="plan">
        {props.layouts.map((layout) => (
          <LayoutItem key={`${layout.scope}/${layout.reporter}/${layout.layout}`} layout={layout} acted={props.acted} />
        ))}
      </ul>
    </>
  )
}
