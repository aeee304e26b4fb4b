/** What a button of the ribbon opens the pane for. */
export type RibbonAct = 'check' | 'send' | 'consolidate'

const ACTS: readonly RibbonAct[] = ['check', 'send', 'consolidate']

/** The act in the address of the pane ("?open=check&_host_Info=…"); null where it was opened as such. */
export function ribbonAct(search: string): RibbonAct | null {
  const asked = new URLSearchParams(search).get('open')
  return ACTS.find((act) => act === asked) ?? null
}
