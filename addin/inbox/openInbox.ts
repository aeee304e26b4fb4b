import type { Inbox } from '../ports/inbox.ts'
import { keptFiles } from './keptFiles.ts'
import { openReader } from './openReader.ts'

/** The office's inbox on this device; `name` is that of its database. */
export const openInbox = (name: string): Inbox => ({
  reader: (known) => openReader(known, () => new Worker(new URL('./inboxWorker.ts', import.meta.url), { type: 'module' })),
  async sha256(bytes) {
    const digest = await crypto.subtle.digest('SHA-256', bytes.slice())
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  },
  kept: keptFiles(name, () => indexedDB),
})
