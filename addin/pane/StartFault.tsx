import type { Texts } from './text/texts.ts'

/** Why the pane cannot begin at all, and the whole of it again by one click; `detail` is for whoever helps. */
export function StartFault({ texts, fault, detail }: { texts: Texts; fault: keyof Texts['start']; detail?: string }) {
  const { what, todo } = texts.start[fault]
  return (
    <main class="pane crash" data-testid="start-fault" data-fault={fault}>
      <div role="alert">
        <h1>{what}</h1>
        <p>{todo}</p>
      </div>
      {detail !== undefined && <p class="code">{detail}</p>}
      <button type="button" class="plain" onClick={() => location.reload()}>
        {texts.fault.reload}
      </button>
    </main>
  )
}
