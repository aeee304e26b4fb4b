import { canOpenBrowser } from './host/capabilities.ts'

/** Opens an https address outside the pane, in the person's browser where Office offers it. */
export function openLink(address: string): void {
  const url = new URL(address, location.href)
  if (url.protocol !== 'https:') return
  if (canOpenBrowser()) Office.context.ui.openBrowserWindow(url.href)
  else window.open(url.href, '_blank', 'noopener')
}
