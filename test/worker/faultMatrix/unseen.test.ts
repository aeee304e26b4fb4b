import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { noDecisions } from '../../../addin/flow/submit/planSubmission.ts'
import { resendOutbox } from '../../../addin/flow/submit/resendOutbox.ts'
import { resolveWithMine } from '../../../addin/flow/submit/resolveConflict.ts'
import { previewSubmission, submitSheet } from '../../../addin/flow/submit/submitSheet.ts'
import { database, PERIOD } from '../world.ts'
import { edited, HUBIN, plain, submitAll } from './kinds.ts'
import { openPane, type Pane } from './openPane.ts'
import { openScene, type Scene } from './scene.ts'

/** Nobody's figure is covered by a person who has not seen it, whatever happens between looking and sending. */
describe('a figure that the person has not seen', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
  })
  beforeEach(() => scene.sweep())

  const standing = async () =>
    await database
      .prepare("SELECT cumulative, version FROM records WHERE period = ? AND subject = '7.1.a' AND area = '411202'")
      .bind(PERIOD)
      .first<{ cumulative: number; version: number }>()
  const look = async ({ ports, context }: Pane) => {
    const preview = await previewSubmission(ports, context)
    if (!preview.ok) throw new Error(preview.fault.tag)
    return preview.value
  }
  const wanted = (preview: Awaited<ReturnType<typeof look>>) => preview.plan.find(({ key }) => key.startsWith('7.1.a|411202'))
  const everything = { ...noDecisions, overwrite: new Set(['7.1.a|411202|']) }

  it('stays where a restoration gave its version to another', async () => {
    await submitAll()(await openPane(scene, plain))
    const before = await scene.snapshot()
    await scene.colleague([{ ...HUBIN, base: 1, cumulative: 128_000 }])
    const pane = await openPane(scene, edited)
    const preview = await look(pane)
    expect(wanted(preview)).toMatchObject({ kind: 'overwrites', stored: { version: 2 } })
    await scene.restore(before)
    await scene.colleague([{ ...HUBIN, base: 1, cumulative: 99_000 }])

    const done = await submitSheet(pane.ports, pane.context, preview, everything)
    expect(done).toMatchObject({ ok: false, fault: { tag: 'undelivered', willRetry: false, cause: { code: 'eraChanged' } } })
    expect(await standing()).toEqual({ cumulative: 99_000, version: 2 })
    expect(wanted(await look(pane))).toMatchObject({ kind: 'overwrites', stored: { values: { cumulative: 99_000 } } })
  })

  it('stays where it came between looking and sending: a conflict with the other side whole', async () => {
    await submitAll()(await openPane(scene, plain))
    const pane = await openPane(scene, edited)
    const preview = await look(pane)
    await scene.colleague([{ ...HUBIN, base: 1, cumulative: 128_000 }])
    const done = await submitSheet(pane.ports, pane.context, preview, everything)
    const row = done.ok ? done.value.sent.find(({ key }) => key.area === '411202' && key.subject === '7.1.a') : undefined
    expect(row?.outcome).toMatchObject({
      status: 'conflict',
      fields: ['cumulative'],
      server: { by: '交通另一填报人', values: { cumulative: 128_000 } },
    })
    expect(await standing()).toEqual({ cumulative: 128_000, version: 2 })
  })

  it('stays where it came while a conflict was being decided', async () => {
    await submitAll()(await openPane(scene, plain))
    const pane = await openPane(scene, edited)
    const preview = await look(pane)
    await scene.colleague([{ ...HUBIN, base: 1, cumulative: 128_000 }])
    const done = await submitSheet(pane.ports, pane.context, preview, everything)
    const row = done.ok ? done.value.sent.find(({ outcome }) => outcome.status === 'conflict') : undefined
    if (!row) throw new Error('no conflict')
    await scene.colleague([{ ...HUBIN, base: 2, cumulative: 127_000 }])
    expect(await resolveWithMine(pane.ports, pane.context, row, { reasons: {} })).toMatchObject({ ok: false, fault: { tag: 'movedOn' } })
    expect(await standing()).toEqual({ cumulative: 127_000, version: 3 })
  })

  it("stays where the person saw that it is another's and did not say yes", async () => {
    await scene.colleague([{ ...HUBIN, cumulative: 110_000 }])
    const pane = await openPane(scene, plain)
    const preview = await look(pane)
    expect(wanted(preview)).toMatchObject({ kind: 'overwrites' })
    expect((await submitSheet(pane.ports, pane.context, preview, noDecisions)).ok).toBe(true)
    expect(await standing()).toEqual({ cumulative: 110_000, version: 1 })
  })

  it('stays where an old request comes out of the outbox after it', async () => {
    await submitAll()(await openPane(scene, plain))
    const pane = await openPane(scene, edited, {
      strike: () => Promise.reject(new TypeError('Failed to fetch')),
      from: 0,
      times: 5,
      struck: 0,
    })
    const preview = await look(pane)
    expect(await submitSheet(pane.ports, pane.context, preview, everything)).toMatchObject({ ok: false, fault: { willRetry: true } })
    await scene.colleague([{ ...HUBIN, base: 1, cumulative: 128_000 }])
    const resent = await resendOutbox((await openPane(scene, edited)).ports, 'jiaotong')
    expect(resent.sent.filter(({ outcome }) => outcome.status === 'conflict')).toHaveLength(1)
    expect(await standing()).toEqual({ cumulative: 128_000, version: 2 })
  })
})
