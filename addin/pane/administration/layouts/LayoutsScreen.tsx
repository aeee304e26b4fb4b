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
  return (
    <section data-testid="layouts">
      <h2>{texts.tabs.layouts}</h2>
      <p class="small">{of.lead}</p>
      <DoneNotice />
      <Part title={of.proposed} none={of.noneProposed} layouts={all.filter(({ scope }) => scope === 'unit')} known={layouts !== null} />
      <Part title={of.agreed} none={of.noneAgreed} layouts={all.filter(({ scope }) => scope === 'city')} known={layouts !== null} />
    </section>
  )
}

function Part(props: { title: string; none: string; layouts: readonly StoredLayout[]; known: boolean }) {
  return (
    <>
      <h3>{props.title}</h3>
      {props.known && props.layouts.length === 0 && <p class="small">{props.none}</p>}
      <ul class="plan">
        {props.layouts.map((layout) => (
          <LayoutItem key={`${layout.scope}/${layout.reporter}/${layout.layout}`} layout={layout} />
        ))}
      </ul>
    </>
  )
}
