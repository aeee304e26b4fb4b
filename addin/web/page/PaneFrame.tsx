import { useStore } from '../../pane/frame/usePane.ts'
import type { PageProps } from './pageProps.ts'
import { turnToPart } from './turnToPart.ts'

/** The pane in a frame of its own: its styles and its focus are not the sheet's. */
export function PaneFrame({ state, texts }: PageProps) {
  const { pane } = useStore(state)
  return (
    <aside class="pane-place" data-part="pane">
      <iframe key={pane.turn} title={texts.pane} src={pane.address} onLoad={(event) => listenInside(event.currentTarget)} />
    </aside>
  )
}

/** F6 leads out of the pane as it leads in. */
function listenInside(frame: HTMLIFrameElement): void {
  const page = frame.closest<HTMLElement>('.page')
  frame.contentWindow?.addEventListener('keydown', (event) => {
    if (event.key !== 'F6' || page === null) return
    event.preventDefault()
    turnToPart(page, event.shiftKey)
  })
}
