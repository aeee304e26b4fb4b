import { env } from 'cloudflare:test'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { resendOutbox } from '../../../addin/flow/resendOutbox.ts'
import { database } from '../world.ts'
import { FAULTS, type Fault } from './faults.ts'
import { KINDS, type Kind } from './kinds.ts'
import { openPane, type Weather } from './openPane.ts'
import { openScene, type Scene } from './scene.ts'

/** The pane is opened again at most this often until nothing is left to do. */
const OPENINGS = 5

/** All combinations with WHOLE_MATRIX=1; otherwise every fourth, so that each fault meets many kinds and each kind many faults. */
const STEP = (env as unknown as { WHOLE_MATRIX: string }).WHOLE_MATRIX ? 1 : 4
const faultsOf = (kind: number) => FAULTS.filter((_, fault) => (kind + fault) % STEP === 0)

/**
 * The pane's own flows against the server, every intention under every fault. When the fault is over and the pane has been
 * opened again, and every request that ever was on its way has come once more, last first: the records and their
 * history are those of a day without faults, version for version.
 */
describe('whatever happens on the way', () => {
  let scene: Scene
  let combinations = 0
  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(() => scene.sweep())

  describe.each(KINDS.map((kind, at) => ({ ...kind, kind, faults: faultsOf(at) })))('$title', ({ kind, faults }) => {
    let undisturbed: string
    beforeAll(async () => {
      await scene.sweep()
      await live(scene, kind)
      undisturbed = await scene.content()
      const { part = '', ...ends } = kind.ends
      const row = await database
        .prepare("SELECT * FROM records WHERE period = '2021-05' AND subject = ? AND area = ? AND part = ?")
        .bind(ends.subject, ends.area, part)
        .first()
      expect(row).toMatchObject(ends)
    })

    it.each(faults)('$title', async (fault) => {
      const weather: Weather = { strike: fault.strike, from: kind.from ?? 0, times: fault.times, struck: 0 }
      await live(scene, kind, fault, weather)
      expect(weather.struck).toBeGreaterThan(0)
      combinations += 1
      expect((await scene.content()) === undisturbed).toBe(true)

      for (const { path, headers, body } of [...scene.sent].reverse())
        await scene.world.ask(null, 'POST', path, { raw: body, headers: { ...headers, Authorization: `Bearer ${scene.token}` } })
      expect((await scene.content()) === undisturbed).toBe(true)

      const stored = new Set(await versions())
      if (!fault.forgets) expect(scene.told.filter((each) => !stored.has(each))).toEqual([])
    })
  })

  afterAll(() => {
    expect(combinations).toBe(KINDS.reduce((sum, _, at) => sum + faultsOf(at).length, 0))
    expect(combinations).toBeGreaterThanOrEqual(144)
  })
})

/** A person's day: the pane opened once, under the weather, and then again until what waits has gone and nothing is left. */
async function live(scene: Scene, kind: Kind, fault?: Fault, weather?: Weather): Promise<void> {
  await kind.prepare?.(scene)
  let meanwhile = kind.meanwhile && (() => kind.meanwhile?.(scene) ?? Promise.resolve())
  const once = async () => {
    const happen = meanwhile
    meanwhile = undefined
    await happen?.()
  }
  await kind.act(await openPane(scene, kind.grid, weather), once)
  await fault?.after?.(scene)
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    const pane = await openPane(scene, kind.grid)
    const resent = await resendOutbox(pane.ports, 'jiaotong')
    pane.hear(resent.sent)
    if (await kind.act(pane, once)) {
      expect(await pane.ports.outbox.list()).toEqual([])
      return
    }
  }
  throw new Error('there is always something left to do')
}

/** Every version in the history by key; and that versions have no gaps, and the last one is the record. */
async function versions(): Promise<string[]> {
  const { results: gaps } = await database
    .prepare('SELECT subject FROM history GROUP BY period, reporter, subject, area, part HAVING max(version) <> count(*)')
    .all()
  expect(gaps).toEqual([])
  const { results: astray } = await database
    .prepare(
      `SELECT r.subject FROM records r WHERE NOT EXISTS (SELECT 1 FROM history h WHERE h.period = r.period AND h.reporter = r.reporter
      AND h.subject = r.subject AND h.area = r.area AND h.part = r.part AND h.version = r.version AND h.cumulative IS r.cumulative
      AND h.remark IS r.remark AND h.problems IS r.problems AND h.deleted = r.deleted)`,
    )
    .all()
  expect(astray).toEqual([])
  const { results } = await database
    .prepare("SELECT subject || '|' || area || '|' || part || '|' || version AS at FROM history WHERE period = '2021-05'")
    .all<{ at: string }>()
  return results.map(({ at }) => at)
}
