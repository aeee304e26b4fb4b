import type { Texts } from './text/texts.ts'

/** Why the pane cannot begin at all: no Office, an old one, or one that does not answer. */
export function StartFault({ texts, fault }: { texts: Texts; fault: keyof Texts['start'] }) {
  const { what, todo } = texts.start[fault]
  return (
    <main class="pane crash" data-testid="start-fault" data-fault={fault}>
      <div role="alert">
        <h1>{what}</h1>
        <p>{todo}</p>
      </div>
      <button type="button" class="plain" onClick={() => location.reload()}>
        {texts.fault.reload}
      </button>
    </main>
  )
}
