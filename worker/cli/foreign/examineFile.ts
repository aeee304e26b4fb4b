import { readXlsx } from '../../../shared/grid/xlsx/readXlsx.ts'
import { compareReadings } from './compareReadings.ts'
import type { Examination } from './examination.ts'
import { examineSaving } from './examineSaving.ts'
import { otherBuiltIns, otherReading } from './otherReading.ts'

/** Reads a file by both readers and compares, and saves it. `done` hears of our reading before the other one begins, which may not end. */
export function examineFile(bytes: Uint8Array, done: (ours: Omit<Examination, 'other'>) => void): Examination {
  const before = held()
  const since = process.cpuUsage()
  const grids = readXlsx(bytes)
  const { user, system } = process.cpuUsage(since)
  const ours = {
    outcome: grids.ok ? 'opened' : outcomeOf(grids.fault),
    ms: (user + system) / 1000,
    megabytes: Math.max(0, held() - before) / (1 << 20),
    cells: grids.ok ? grids.value.reduce((sum, { cells }) => sum + cells.flat().filter((value) => value !== null).length, 0) : 0,
  }
  done(ours)
  const saving = grids.ok ? { saving: examineSaving(bytes) } : {}
  try {
    const sheets = otherReading(bytes)
    return { ...ours, ...saving, other: compareReadings(grids.ok ? grids.value : [], { sheets, builtIns: otherBuiltIns() }) }
  } catch (error) {
    return { ...ours, ...saving, other: { refused: error instanceof Error ? error.message : String(error) } }
  }
}

function held(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const outcomeOf = (fault: object): string =>
  Object.values(fault)
    .filter((word) => word !== '')
    .join(' ')
