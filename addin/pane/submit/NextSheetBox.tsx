import { useEffect, useMemo } from 'preact/hooks'
import type { NextSheet } from '../../flow/submit/nextSheet.ts'
import { createNextSheet } from '../../state/nextSheet.ts'
import { usePane, useStore } from '../frame/usePane.ts'
import { nextSheetEn } from '../text/nextSheetEn.ts'
import type { NextSheetTexts } from '../text/nextSheetTexts.ts'
import { nextSheetZhCN } from '../text/nextSheetZhCN.ts'

/** Cells named in a sentence: more are counted. */
const NAMED = 12

/** What next month's sheet would be, and the button that makes it; then that it is there. */
export function NextSheetBox({ close }: { readonly close: () => void }) {
  const { actionContext, stores, texts } = usePane()
  const acts = useMemo(() => createNextSheet(actionContext), [actionContext])
  const state = useStore(acts.state)
  const busy = useStore(stores.busy)
  const words = texts.language === 'en' ? nextSheetEn : nextSheetZhCN
  useEffect(() => void acts.plan(), [acts])
  if (state.tag === 'none') return null
  if (state.tag === 'made') {
    return (
      <fluent-message-bar intent="success" layout="multiline" data-testid="next-sheet-made">
        <p>{words.made(state.name, state.period)}</p>
      </fluent-message-bar>
    )
  }
  return (
    <section class="edit" data-testid="next-sheet">
      <h3>{words.title(state.plan.period)}</h3>
      {state.changed && <p class="caution">{words.changed}</p>}
      <p class="small">{words.lead(state.plan.copy.name)}</p>
      <Changes plan={state.plan} words={words} />
      <div class="acts">
        <fluent-button
          size="small"
          appearance="primary"
          disabled={busy !== null}
          data-testid="next-sheet-make"
          onClick={() => void acts.make()}
        >
          {words.make}
        </fluent-button>
        <fluent-button size="small" disabled={busy !== null} onClick={close}>
          {words.cancel}
        </fluent-button>
      </div>
    </section>
  )
}

function Changes({ plan: { carried, cleared, reworded }, words }: { readonly plan: NextSheet; readonly words: NextSheetTexts }) {
  const named = (cells: readonly string[]): string => `${cells.slice(0, NAMED).join(words.separator)}${cells.length > NAMED ? '…' : ''}`
  return (
    <ul class="small" data-testid="next-sheet-changes">
      {carried.length > 0 && <li>{words.carried(carried.length, named(carried))}</li>}
      {cleared.length > 0 && <li>{words.cleared(cleared.length, named(cleared))}</li>}
      {reworded.length === 0 && <li>{words.nothingReworded}</li>}
      {reworded.map(({ cell, before, after }) => (
        <li key={cell}>{words.reworded(cell, before, after)}</li>
      ))}
      <li>{words.stays}</li>
    </ul>
  )
}
