import { render } from 'preact'
import { createApi } from './api/createApi.ts'
import { fetchOpenRegister } from './api/openRegister.ts'
import { createRequest } from './api/request.ts'
import { serverClock } from './api/serverClock.ts'
import { randomId } from './floor/randomId.ts'
import { paneStarts } from './floor/startWatch.ts'
import { databaseOutbox } from './outbox/databaseOutbox.ts'
import { openOutbox } from './outbox/openOutbox.ts'
import { storageOutbox } from './outbox/storageOutbox.ts'
import { mountPane } from './pane/mountPane.tsx'
import { StartFault } from './pane/StartFault.tsx'
import { loadTexts } from './pane/text/loadTexts.ts'
import { zhCN } from './pane/text/zh-CN.ts'
import { showLook } from './pane/theme.ts'
import { fetchReaders } from './readers/fetchReaders.ts'
import { filesKey } from './web/memory/fileMemory.ts'
import type { PaneHost } from './web/paneHost.ts'

/** Longer than the server's own limit for a request of the largest size. */
const REQUEST_MS = 45_000

/** The pane over the workbook of the page around it. */
async function open(root: HTMLElement, { workbook, memory }: PaneHost): Promise<void> {
  const { texts, missing } = await loadTexts(navigator.language)
  const clock = serverClock()
  const request = createRequest('', REQUEST_MS, clock)
  const ports = {
    workbook,
    memory,
    api: createApi(request, () => memory.token()),
    openRegister: fetchOpenRegister(request),
    outbox: openOutbox(
      databaseOutbox(filesKey('outbox'), () => indexedDB),
      storageOutbox(filesKey('outbox'), () => localStorage),
    ),
    readers: fetchReaders,
    inbox: async () => (await import('./inbox/openInbox.ts')).openInbox(filesKey('inbox')),
    links: { open: (path: string) => void window.open(new URL(path, location.href), '_blank', 'noopener') },
    surroundings: {
      now: clock.now,
      newId: randomId,
      random: () => Math.random(),
      wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
    },
  }
  mountPane(root, ports, texts, { hash: location.hash, search: location.search, beside: '网页', languageMissing: missing })
}

/** A pane that cannot begin says so; opened by itself it leads to the page that it belongs to. */
async function start(root: HTMLElement): Promise<void> {
  paneStarts(root)
  showLook('light')
  const host = window.parent.paneHost
  if (host === undefined) return location.replace(`/files.html${location.hash}`)
  try {
    await open(root, host)
  } catch (error) {
    console.error(error)
    render(<StartFault texts={zhCN} fault="bug" detail={error instanceof Error ? error.message : String(error)} />, root)
  }
}

// The page has the element; a page without it is not ours to start in.
const root = document.getElementById('pane')
if (root !== null) void start(root)
