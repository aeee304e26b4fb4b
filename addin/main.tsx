import { render } from 'preact'
import { createApi } from './api/createApi.ts'
import { createRequest } from './api/request.ts'
import { serverClock } from './api/serverClock.ts'
import { createMemory } from './excel/createMemory.ts'
import { createWorkbook } from './excel/createWorkbook.ts'
import { hostLook } from './excel/hostLook.ts'
import { openLink } from './excel/openLink.ts'
import { storageKey } from './excel/storageKey.ts'
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
import type { Surroundings } from './ports/surroundings.ts'
import { fetchReaders } from './readers/fetchReaders.ts'

/** Longer than the server's own limit for a request of the largest size. */
const REQUEST_MS = 45_000

const clock = serverClock()
const surroundings: Surroundings = {
  now: clock.now,
  newId: randomId,
  random: () => Math.random(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
}

/** Wires the adapters into the flows and mounts the pane. Whatever it waits for answers, or is given up in time. */
async function open(root: HTMLElement): Promise<void> {
  const workbook = await createWorkbook()
  const { language, dark } = hostLook()
  if (dark) showLook('dark')
  const { texts, missing } = await loadTexts(language)
  if (!workbook.ok) return render(<StartFault texts={texts} fault={workbook.fault.tag} />, root)
  if (!workbook.value.capabilities.supported) return render(<StartFault texts={texts} fault="unsupported" />, root)
  const memory = createMemory()
  const api = createApi(createRequest('', REQUEST_MS, clock), () => memory.token())
  const ports = {
    workbook: workbook.value,
    api,
    memory,
    outbox: openOutbox(
      databaseOutbox(storageKey('outbox'), () => indexedDB),
      storageOutbox(storageKey('outbox'), () => localStorage),
    ),
    readers: fetchReaders,
    inbox: async () => (await import('./inbox/openInbox.ts')).openInbox(storageKey('inbox')),
    links: { open: openLink },
    surroundings,
  }
  mountPane(root, ports, texts, { hash: location.hash, search: location.search, beside: 'Excel', languageMissing: missing })
}

/** A pane that cannot begin says so, and what to do; it never stays at “opening”. */
async function start(root: HTMLElement): Promise<void> {
  paneStarts(root)
  // Before Office answers nothing is known of its theme: the pane is never shown without one.
  showLook('light')
  try {
    await open(root)
  } catch (error) {
    console.error(error)
    render(<StartFault texts={zhCN} fault="bug" detail={error instanceof Error ? error.message : String(error)} />, root)
  }
}

// The page has the element; a page without it is not ours to start in.
const root = document.getElementById('pane')
if (root !== null) void start(root)
