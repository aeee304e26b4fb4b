import { exportCity } from '../store/backup/exportCity.ts'
import type { Database } from '../store/database/database.ts'

/**
 * The lines of an export as they are read, page by page: a city is larger than the worker's memory. Its moment is now: a
 * database that fails fails before the answer has begun. Later it breaks off without its last line, and no import takes it.
 */
export async function exportStream(db: Database): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder()
  const pages = exportCity(db)
  const first = await pages.next()
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      if (!first.done) controller.enqueue(encoder.encode(first.value))
    },
    pull: async (controller) => {
      const { done, value } = await pages.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => void (await pages.return(undefined)),
  })
}
