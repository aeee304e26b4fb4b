import { env } from 'cloudflare:test'
import fc from 'fast-check'
import { beforeAll, describe, it } from 'vitest'
import { database, openWorld, type World } from '../world.ts'
import { type Command, commands } from './commands.ts'
import { runCommands } from './runCommands.ts'

const RUNS = Number((env as unknown as { MODEL_RUNS: number }).MODEL_RUNS)

/** Cases that once found a fault, shrunk, kept for ever: the acts themselves, since a seed means others when `commands` grows. */
const KEPT: readonly { readonly found: string; readonly acts: readonly Command[] }[] = []

describe('sync against its model', () => {
  let world: World
  let left = 0

  /** A period that is earlier than all the others, so that no figure of another run is compared with this one's. */
  async function freshPeriod(): Promise<string> {
    if (left === 0) {
      world = await openWorld({ burst: 1e9, perSecond: 1e9 })
      await database.prepare('DELETE FROM periods').run()
      left = 900
    }
    left -= 1
    const id = `20${String(20 + Math.floor(left / 12)).padStart(2, '0')}-${String((left % 12) + 1).padStart(2, '0')}`
    await database
      .prepare(
        "INSERT INTO periods (id, register_id, register_version, epoch, state, soft_deadline, hard_deadline) VALUES (?, 'smx-2021', 1, 1, 'open', '2099-12-30', '2099-12-31')",
      )
      .bind(id)
      .run()
    return id
  }
  beforeAll(() => {
    left = 0
  })

  const property = fc.asyncProperty(commands, async (list) => {
    const period = await freshPeriod()
    await runCommands(world, period, list)
  })

  it(`agrees with the model in ${RUNS} sequences of up to 30 acts`, async () => {
    await freshPeriod()
    await fc.assert(property, { numRuns: RUNS, endOnFailure: false })
  }, 36_000_000)

  it.each(KEPT)('agrees with the model where it once did not: $found', async ({ acts }) => {
    await runCommands(world, await freshPeriod(), acts)
  })
})
