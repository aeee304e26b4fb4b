import { exportCity } from '../store/backup/exportCity.ts'
import type { Database } from '../store/database/database.ts'

/** The lines of an export as they are read, page by page: a city is larger than the worker's memory. */
export function exportStream(db: Database): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const pages = exportCity(db)
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await pages.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
}
