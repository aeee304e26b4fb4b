import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Inbox, KeptFile } from '../../../../addin/ports/inbox.ts'
import { createActionContext } from '../../../../addin/state/actionContext.ts'
import { createInbox } from '../../../../addin/state/inbox/createInbox.ts'
import { goes, inboxLines } from '../../../../addin/state/inbox/inboxLines.ts'
import { MOST_FILES } from '../../../../addin/state/inbox/inboxState.ts'
import { createStores } from '../../../../addin/state/stores.ts'
import { fail, ok } from '../../../../shared/base/result.ts'
import type { Grid } from '../../../../shared/grid/grid.ts'
import { readGrids } from '../../../../shared/inbox/readInboxFile.ts'
import { register2021 as register } from '../../../../shared/register/year2021/register2021.ts'
import { coordinator, may } from '../../fakeAnswers.ts'
import { fakePorts } from '../../fakes.ts'

const blank: Grid = { sheetName: '', cells: [], texts: {}, formats: {}, merges: [], formulas: {}, hiddenRows: [], date1904: false }
const encoder = new TextEncoder()

/** A file of one sheet of roads, as 填报单位 `line`; its bytes are what the fake reader reads. */
const roads = (line: string, rows: readonly (readonly [area: string, done: number])[], title = '2021年5月农村公路进展情况表') => ({
  name: `${line}.xlsx`,
  bytes: encoder.encode(
    JSON.stringify([
      [title],
      [`填报单位：${line}`],
      ['县（市、区）', '农村公路年度目标（公里）', '累计完成（公里）'],
      ...rows.map(([area, done]) => [area, 50, done]),
    ]),
  ),
})
const broken = { name: '坏.xlsx', bytes: encoder.encode('坏') }

/** Files on a device, which a new pane finds again; a reader that reads JSON for .xlsx. */
function fakeDevice() {
  const kept = new Map<string, KeptFile>()
  const inbox: Inbox = {
    reader: (known) => ({
      async read({ name, bytes }, choices) {
        try {
          const cells = JSON.parse(new TextDecoder().decode(bytes))
          return ok(readGrids(known, [{ ...blank, sheetName: '5月', fileName: name, cells }], choices))
        } catch {
          return fail({ tag: 'damaged', part: '' })
        }
      },
      close: () => undefined,
    }),
    sha256: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
    kept: {
      put: async (file) => kept.set(`${file.of}|${file.sha256}`, file) === kept,
      list: async (of) => [...kept.values()].filter((file) => file.of === of),
      remove: async ({ of, sha256 }) => void kept.delete(`${of}|${sha256}`),
    },
  }
  return { inbox, kept }
}

const context = { account: coordinator, period: may, register, earlier: [] }

describe('the inbox', () => {
  let house: ReturnType<typeof fakePorts>
  let device: ReturnType<typeof fakeDevice>
  beforeEach(() => {
    house = fakePorts(blank, coordinator)
    device = fakeDevice()
  })

  /** A pane that has just been opened, over the same server and the same device. */
  function pane() {
    const stores = createStores()
    stores.context.set(context)
    const actionContext = createActionContext(house.ports, stores, (bug) => {
      throw bug
    })
    const inbox = createInbox(actionContext, device.inbox, 'a9|2021-05')
    const lines = () => {
      const city = inbox.city.get()
      return city === null ? [] : inboxLines(inbox.items.get(), city, context)
    }
    const standings = () => lines().map(({ standing }) => standing)
    const nameOf = (at: number) => ({ sha256: lines()[at]?.sha256 ?? '', sheet: '5月' })
    return { ...inbox, stores, lines, standings, nameOf, cancel: actionContext.cancel }
  }
  const history = () => house.server.records.size
  const versions = () => [...house.server.records.values()].map(({ area, version, values }) => [area, version, values.cumulative])

  it('says of each sheet whether it is ready, and of what', async () => {
    const { add, standings, lines, items } = pane()
    await add([roads('市交通局', [['湖滨区', 24]]), roads('市司法局', [['湖滨区', 24]]), broken])
    expect(standings()).toEqual(['ready', 'chooseUnit'])
    expect(lines()[0]).toMatchObject({ plan: { going: 1, withheld: 0 }, sheet: { unit: 'jiaotong' } })
    expect(items.get()[2]?.read).toMatchObject({ ok: false, fault: { tag: 'damaged' } })
  })

  it('sends what is ready with its file, once, however often it is asked to', async () => {
    const { add, send, standings, lines } = pane()
    await add([
      roads('市交通局', [
        ['湖滨区', 24],
        ['陕州区', 6],
      ]),
    ])
    await send()
    await send()
    expect(standings()).toEqual(['sent'])
    expect(lines()[0]?.state.sent).toMatchObject({ unit: 'jiaotong', outcome: { fresh: 2, changed: 0, unchanged: 0 } })
    expect(house.server.calls).toHaveLength(1)
    expect(JSON.parse(house.server.calls[0]?.body ?? '')).toMatchObject({
      file: { name: '市交通局.xlsx', sha256: lines()[0]?.sha256 },
      rows: [
        ['7.1.a', '411202', '', 0],
        ['7.1.a', '411203', '', 0],
      ].map((row) => expect.arrayContaining(row)),
    })
  })

  it('tries without writing', async () => {
    const { add, tryAll, lines } = pane()
    await add([roads('市交通局', [['湖滨区', 24]])])
    await tryAll()
    expect(lines()[0]?.state.tried).toMatchObject({ fresh: 1 })
    expect(history()).toBe(0)
  })

  it('goes on after it was stopped, and after the pane was closed: nothing is lost and nothing doubled', async () => {
    const areas = ['湖滨区', '陕州区', '渑池县', '卢氏县', '义马市', '灵宝市']
    const first = pane()
    await first.add(areas.map((area, at) => ({ ...roads('市交通局', [[area, at + 1]]), name: `${at}.xlsx` })))
    const stop = house.ports.api.syncOnBehalf
    let sent = 0
    Object.assign(house.ports.api, {
      syncOnBehalf: (...asked: Parameters<typeof stop>) => {
        sent += 1
        if (sent === 2) first.cancel()
        return stop(...asked)
      },
    })
    await first.send()
    expect(first.standings()).toEqual(['sent', 'sent', 'ready', 'ready', 'ready', 'ready'])
    const second = pane()
    await second.open()
    expect(second.standings()).toEqual(['sent', 'sent', 'ready', 'ready', 'ready', 'ready'])
    await second.send()
    expect(second.standings()).toEqual(areas.map(() => 'sent'))
    expect(versions()).toEqual(areas.map((_, at) => [expect.any(String), 1, (at + 1) * 10_000]))
    expect(house.server.calls).toHaveLength(6)
  })

  it('writes once what was sent and whose answer was lost', async () => {
    house.server.faults.push('after', 'after', 'after', 'after', 'after')
    const first = pane()
    await first.add([roads('市交通局', [['湖滨区', 24]])])
    await first.send()
    // It arrived, and the city's rows say so; the next pane finds nothing left to send.
    expect(first.standings()).toEqual(['nothing'])
    const second = pane()
    await second.open()
    await second.send()
    expect(second.standings()).toEqual(['nothing'])
    expect(versions()).toEqual([['411202', 1, 240_000]])
  })

  it('shows what the unit itself reports otherwise, and covers it only where a person decides', async () => {
    house.server.write({
      subject: '7.1.a',
      area: '411202',
      part: '',
      account: 'a1',
      by: '张三',
      at: '2021-05-26T08:00:00Z',
      values: { cumulative: 250_000, target: 500_000 },
    })
    const { add, send, lines, preferFile, nameOf } = pane()
    await add([
      roads('市交通局', [
        ['湖滨区', 24],
        ['陕州区', 6],
      ]),
    ])
    await send()
    expect(lines()[0]?.state.sent?.outcome).toMatchObject({
      fresh: 1,
      conflicts: [{ fields: expect.arrayContaining(['cumulative']), server: { by: '张三' } }],
    })
    expect(versions()).toEqual([
      ['411202', 1, 250_000],
      ['411203', 1, 60_000],
    ])
    await preferFile(nameOf(0))
    await send()
    expect(versions()).toEqual([
      ['411202', 2, 240_000],
      ['411203', 1, 60_000],
    ])
  })

  it('sends neither of two files of one unit with different figures until one is left out', async () => {
    const { add, send, standings, tick, nameOf, lines } = pane()
    await add([
      roads('市交通局', [
        ['湖滨区', 24],
        ['陕州区', 6],
      ]),
      { ...roads('市交通局', [['湖滨区', 25]]), name: '更正.xlsx' },
    ])
    expect(standings()).toEqual(['clash', 'clash'])
    expect(lines()[0]?.clashes).toEqual([{ fileName: '更正.xlsx', sheetName: '5月', rows: 1 }])
    await send()
    expect(history()).toBe(0)
    await tick(nameOf(0), false)
    expect(lines().map(goes)).toEqual([false, true])
    await send()
    expect(versions()).toEqual([['411202', 1, 250_000]])
  })

  it('waits for a word on another month’s file, and for a unit', async () => {
    const { add, standings, confirm, chooseUnit, nameOf, lines, send } = pane()
    await add([roads('市交通局', [['湖滨区', 24]], '2021年4月农村公路进展情况表'), roads('三门峡', [['陕州区', 6]])])
    expect(standings()).toEqual(['doubt', 'chooseUnit'])
    await send()
    expect(history()).toBe(0)
    const [finding] = lines()[0]?.doubts ?? []
    expect(finding?.code).toBe('PERIOD_MISMATCH')
    if (finding) await confirm(nameOf(0), finding)
    await chooseUnit(nameOf(1), 'jiaotong')
    expect(standings()).toEqual(['ready', 'ready'])
    // Both words outlive the pane.
    const second = pane()
    await second.open()
    expect(second.standings()).toEqual(['ready', 'ready'])
  })

  it('takes a file of the same content once, and no more than it holds', async () => {
    const { add, items, notTaken, remove } = pane()
    const file = roads('市交通局', [['湖滨区', 24]])
    await add([file, { ...file, name: '副本.xlsx' }])
    expect(items.get()).toHaveLength(1)
    expect(notTaken.get()).toEqual({ repeated: ['副本.xlsx'], tooMany: 0 })
    await add(Array.from({ length: MOST_FILES + 1 }, (_, at) => ({ name: `${at}.xlsx`, bytes: encoder.encode(`坏${at}`) })))
    expect(items.get()).toHaveLength(MOST_FILES)
    expect(notTaken.get()).toEqual({ repeated: [], tooMany: 2 })
    await remove(items.get()[0]?.file.sha256 ?? '')
    expect(device.kept.size).toBe(MOST_FILES - 1)
  })

  it('takes in what is dropped while it is still busy', async () => {
    const { open, add, standings } = pane()
    const opening = open()
    await Promise.all([opening, add([roads('市交通局', [['湖滨区', 24]])])])
    expect(standings()).toEqual(['ready'])
  })

  it('leaves out by itself a file that was sent before, by whom ever', async () => {
    const first = pane()
    await first.add([roads('市交通局', [['湖滨区', 24]])])
    await first.send()
    const sha256 = first.lines()[0]?.sha256 ?? ''
    house.server.unit.change('jiaotong', {
      filesOnBehalf: [{ id: 'x', name: 'x', sha256, account: 'a8', by: '同事', at: '2021-05-25T00:00:00Z', rows: 1, takenOver: null }],
    })
    device = fakeDevice()
    const second = pane()
    await second.add([roads('市交通局', [['湖滨区', 25]])])
    await second.add([roads('市交通局', [['湖滨区', 24]])])
    expect(second.lines().map(({ before }) => before?.by ?? null)).toEqual([null, '同事'])
    expect(second.lines().map(goes)).toEqual([false, false])
  })
})
