import type { StoredLayout } from '../../../shared/wire/layouts.ts'
import { ownLayout } from '../../flow/submit/rememberCorrections.ts'
import { usePane, useStore } from '../frame/usePane.ts'

/** What the unit remembers of a table's layout, whether others may use it, and the acts on it. */
export function LayoutState({ layout }: { layout: string }) {
  const { stores, actions, texts } = usePane()
  const checked = useStore(stores.checked)
  const words = texts.layouts
  if (checked.tag !== 'checked') return null
  const { layouts } = checked.check
  const own = ownLayout(layouts, layout)
  if (own === undefined) return null
  const isAgreed = layouts.some((one) => one.scope === 'city' && one.layout === layout && saysTheSame(one, own))
  const mayPropose = !isAgreed && own.proposedAt === null
  const state = isAgreed ? words.agreed : own.proposedAt !== null ? words.proposed : words.remembered
  return (
    <div class="small layout" data-testid="layout-state" data-proposed={own.proposedAt !== null} data-agreed={isAgreed}>
      <p role="status">
        {state}
        {mayPropose && own.declined !== null && ` ${words.declined(own.declined)}`}
      </p>
      <div class="acts">
        {mayPropose && (
          <fluent-button size="small" data-testid="layout-propose" onClick={() => void actions.proposeLayout(layout)}>
            {words.propose}
          </fluent-button>
        )}
        <fluent-button size="small" appearance="subtle" data-testid="layout-forget" onClick={() => void actions.forgetLayout(layout)}>
          {words.forget}
        </fluent-button>
      </div>
    </div>
  )
}

const saysTheSame = (one: StoredLayout, other: StoredLayout): boolean =>
  one.register === other.register && JSON.stringify(one.columns) === JSON.stringify(other.columns)
