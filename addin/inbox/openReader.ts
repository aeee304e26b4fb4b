import { fail, type Result } from '../../shared/base/result.ts'
import type { InboxFile, InboxFileFault, InboxKnown, SheetChoice } from '../../shared/inbox/inboxFile.ts'
import { withTimeout } from '../patience/withTimeout.ts'
import type { DroppedFile, InboxReader } from '../ports/inbox.ts'
import type { ReaderMissing } from '../ports/readers.ts'
import type { FromWorker, ToWorker } from './inboxMessages.ts'

type Read = Result<InboxFile, InboxFileFault | ReaderMissing>
/** A worker of the page, as far as it is used here. */
export interface Thread {
  postMessage(message: ToWorker): void
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  terminate(): void
}

/** The reader's code over a bad line, and a large file after it. */
const PATIENCE_MS = 60_000

/**
 * A reader in a thread of its own. Where there is none (a browser that refuses workers, or whose worker fails to start), the
 * page reads itself, with a pause before each file, so that it still answers.
 */
export function openReader(known: InboxKnown, startThread: () => Thread): InboxReader {
  let thread: Thread | null = started(startThread)
  const waiting = new Map<number, (read: Read | null) => void>()
  let asked = 0
  /** Nothing more is to be had of the thread: what waits for it is read by the page. */
  const giveUp = (): void => {
    thread?.terminate()
    thread = null
    for (const answer of waiting.values()) answer(null)
    waiting.clear()
  }
  if (thread !== null) {
    thread.onmessage = ({ data }) => {
      waiting.get(data.id)?.(data.read)
      waiting.delete(data.id)
    }
    thread.onerror = giveUp
    thread.postMessage({ kind: 'known', known })
  }
  const beside = (file: DroppedFile, choices: ReadonlyMap<string, SheetChoice>): Promise<Read | null> =>
    new Promise((resolve) => {
      if (thread === null) return resolve(null)
      asked += 1
      waiting.set(asked, resolve)
      thread.postMessage({ kind: 'read', id: asked, name: file.name, bytes: file.bytes, choices })
    })
  return {
    async read(file, choices) {
      const read = await withTimeout(beside(file, choices), PATIENCE_MS, () => new Error('no answer')).catch(() => {
        giveUp()
        return null
      })
      return read ?? readInPage(known, file, choices)
    },
    close: giveUp,
  }
}

function started(startThread: () => Thread): Thread | null {
  try {
    return startThread()
  } catch {
    return null
  }
}

async function readInPage(known: InboxKnown, file: DroppedFile, choices: ReadonlyMap<string, SheetChoice>): Promise<Read> {
  await new Promise((resolve) => setTimeout(resolve))
  try {
    const { readInboxFile } = await import('../../shared/inbox/readInboxFile.ts')
    return await readInboxFile(known, file, choices)
  } catch {
    return fail({ tag: 'readerMissing' })
  }
}
