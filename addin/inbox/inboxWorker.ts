import '../floor/bringFunctions.ts'
import type { InboxKnown } from '../../shared/inbox/inboxFile.ts'
import { readInboxFile } from '../../shared/inbox/readInboxFile.ts'
import type { FromWorker, ToWorker } from './inboxMessages.ts'

/** Reads the files of the inbox beside the page, in the order in which they are asked for. */
let known: InboxKnown | null = null

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'known') {
    known = data.known
    return
  }
  if (known === null) return
  void readInboxFile(known, data, data.choices).then((read) => {
    const answer: FromWorker = { id: data.id, read }
    postMessage(answer)
  })
})
