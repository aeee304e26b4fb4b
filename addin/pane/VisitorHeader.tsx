import { PeriodSelect } from './frame/PeriodSelect.tsx'
import { usePane, useStore } from './frame/usePane.ts'

/** Above the screen of who has not signed in: what is not done for them, for which month, and the way in. */
export function VisitorHeader() {
  const { stores, actions, texts } = usePane()
  const busy = useStore(stores.busy)
  return (
    <header data-testid="visitor">
      <div class="who">
        <h1>{texts.signIn.visiting}</h1>
        <div class="mine">
          <fluent-button
            appearance="subtle"
            size="small"
            disabled={busy !== null}
            data-testid="leave-visit"
            onClick={() => void actions.leaveVisit()}
          >
            {texts.signIn.leaveVisit}
          </fluent-button>
        </div>
      </div>
      <p class="small" data-testid="visiting-lacks">
        {texts.signIn.visitingLacks}
      </p>
      <div class="period">
        <PeriodSelect />
      </div>
    </header>
  )
}
