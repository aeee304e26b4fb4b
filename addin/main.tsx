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
import { openOutbox } from './outbox/openOutbox.ts'
import { storageOutbox } from './outbox/storageOutbox.ts'
import { mountPane } from './pane/mountPane.tsx'
import { StartFault } from './pane/StartFault.tsx'
import { loadTexts } from './pane/text/loadTexts.ts'
import { showLook } from './pane/theme.ts'
import type { Outbox } from './ports/outbox.ts'
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

/** IndexedDB where the host lets a pane have it, else Web Storage. */
const outbox = async (): Promise<Outbox> => {
  try {
    return await openOutbox(storageKey('outbox'))
  } catch {
    return storageOutbox(localStorage, storageKey('outbox'))
  }
}

/** Wires the adapters into the flows and mounts the pane. */
async function start(root: HTMLElement): Promise<void> {
  // Before Office answers nothing is known of its theme: the pane is never shown without one.
  showLook('light')
  const workbook = await createWorkbook()
  const { language, dark } = hostLook()
  if (dark) showLook('dark')
  const texts = await loadTexts(language)
  if (!workbook.ok) return render(<StartFault texts={texts} fault={workbook.fault.tag} />, root)
  if (!workbook.value.capabilities.supported) return render(<StartFault texts={texts} fault="unsupported" />, root)
  const memory = createMemory()
  const api = createApi(createRequest('', REQUEST_MS, clock), () => memory.token())
  const ports = {
    workbook: workbook.value,
    api,
    memory,
    outbox: await outbox(),
    readers: fetchReaders,
    links: { open: openLink },
    surroundings,
  }
  mountPane(root, ports, texts, location.hash)
}

// The page has the element; a page without it is not ours to start in.
const root = document.getElementById('pane')
if (root !== null) void start(root)
