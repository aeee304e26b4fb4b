import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'

/** Less than a large batch with its journal takes. */
const LEAST_BYTES = 64 * 1024 * 1024

/** Whether the disk of a file has room for what comes next; true where the system does not say. */
export function hasRoom(file: string, least: number = LEAST_BYTES): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(file))
    return bavail * bsize >= least
  } catch {
    return true
  }
}
