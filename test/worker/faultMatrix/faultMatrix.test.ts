import { env } from 'cloudflare:test'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { resendOutbox } from '../../../addin/flow/submit/resendOutbox.ts'
import { database } from '../world.ts'
import { FAULTS, type Fault } from './faults.ts'
import { KINDS, type Kind } from './kinds.ts'
import { openPane, type Pane, type Weather } from './openPane.ts'
import { openScene, type Scene } from './scene.ts'

/** The pane is opened again at most this often until nothing is left to do. */
const OPENINGS = 5

/** All combinations with WHOLE_MATRIX=1; otherwise every fourth, so that each fault meets many kinds and each kind many faults. */
const STEP = (env as unknown as { WHOLE_MATRIX: string }).WHOLE_MATRIX ? 1 : 4
const faultsOf = (kind: number) => FAULTS.filter((_, fault) => (kind + fault) % STEP === 0)

/**
 * The pane's own flows against the server, every intention under every fault. When the fault is over and the pane has been
 * opened again, and every request that ever was on its way has come once more, last first: the records and their
 * history are those of a day without faults, version for version. Nothing is told as stored that is not, nothing is stored
 * that the person was not told, and what has no answer yet waits in the outbox as it was sent.
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
      expect(await live(scene, kind)).toBe(kind.presses ?? 1)
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

      const stored = await versions()
      if (!fault.forgets) expect(scene.told.filter((each) => !stored.all.includes(each))).toEqual([])
      expect(stored.own.filter((each) => !scene.told.includes(each))).toEqual([])
    })
  })

  it('meets every combination that it was to meet', () => {
    expect(combinations).toBe(KINDS.reduce((sum, _, at) => sum + faultsOf(at).length, 0))
    expect(combinations).toBeGreaterThanOrEqual(144)
  })
})

/**
 * A person's day: the pane opened once, under the weather, and then again until what waits has gone and nothing is left.
 * Answers how often the button was pressed for something.
 */
async function live(scene: Scene, kind: Kind, fault?: Fault, weather?: Weather): Promise<number> {
  await kind.prepare?.(scene)
  let meanwhile = kind.meanwhile && (() => kind.meanwhile?.(scene) ?? Promise.resolve())
  const once = async () => {
    const happen = meanwhile
    meanwhile = undefined
    await happen?.()
  }
  const first = await openPane(scene, kind.grid, weather)
  await kind.act(first, once)
  await remembers(scene, first)
  if (!weather) expect(await first.ports.outbox.list(), 'nothing waits on a day without faults').toEqual([])
  await fault?.after?.(scene)
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    const pane = await openPane(scene, kind.grid)
    const resent = await resendOutbox(pane.ports, 'jiaotong')
    pane.hear(resent.sent)
    expect(resent.waiting).toBe(0)
    await remembers(scene, pane)
    if (await kind.act(pane, once)) {
      expect(await pane.ports.outbox.list()).toEqual([])
      return opening + 1
    }
  }
  throw new Error('there is always something left to do')
}

/** What was sent and never finally answered waits in the outbox, byte for byte; what was answered does not. */
async function remembers(scene: Scene, pane: Pane): Promise<void> {
  const waiting = new Map((await pane.ports.outbox.list()).map(({ id, body }) => [id, body]))
  for (const [id, body] of scene.unanswered) expect(waiting.get(id) === body, 'the outbox holds what was sent').toBe(true)
  expect([...waiting.keys()].filter((id) => scene.answered.has(id))).toEqual([])
}

/** Every version in the history by key, and those that the clerk wrote; and that versions have no gaps, and the last one is the record. */
async function versions(): Promise<{ all: string[]; own: string[] }> {
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
    .prepare("SELECT subject || '|' || area || '|' || part || '|' || version AS at, account FROM history WHERE period = '2021-05'")
    .all<{ at: string; account: string }>()
  return { all: results.map(({ at }) => at), own: results.filter(({ account }) => account === 'clerk').map(({ at }) => at) }
}
