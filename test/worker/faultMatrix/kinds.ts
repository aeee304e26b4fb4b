import { pullRecords } from '../../../addin/flow/pullRecords.ts'
import { type Decisions, noDecisions } from '../../../addin/flow/submit/planSubmission.ts'
import { resolveWithMine } from '../../../addin/flow/submit/resolveConflict.ts'
import { deliverAll, previewSubmission, replan, submitSheet } from '../../../addin/flow/submit/submitSheet.ts'
import type { ReadSheet } from '../../../addin/ports/readers.ts'
import { ok } from '../../../shared/base/result.ts'
import type { Grid } from '../../../shared/grid/grid.ts'
import { readSheet } from '../../../shared/pipeline/readSheet.ts'
import type { SyncRequest } from '../../../shared/wire/sync.ts'
import { gridOf } from '../../addin/fakeAnswers.ts'
import sheet from '../../sheets/counties/transport-two-row-heading.json'
import { database, PERIOD, type Row, syncRequest } from '../world.ts'
import type { Pane } from './openPane.ts'
import { openPane } from './openPane.ts'
import type { Scene } from './scene.ts'

/** A person's intention: begun once, and taken up again until there is nothing left of it to do. */
export interface Kind {
  readonly title: string
  readonly grid: Grid
  /** The number of the sync request that a fault strikes first. */
  readonly from?: number
  prepare?(scene: Scene): Promise<void>
  /** A row as it must stand in the end, with its version; whatever else the day without faults leaves is compared with it. */
  readonly ends: { readonly subject: string; readonly area: string; readonly version: number } & Readonly<Record<string, unknown>>
  /** How often a person presses the button on a day without faults; once where it is not said. */
  readonly presses?: number
  /** Does what is still to be done; true where nothing was. `meanwhile` happens between looking and sending, once. */
  act(pane: Pane, meanwhile?: () => Promise<void>): Promise<boolean>
  meanwhile?(scene: Scene): Promise<void>
}

/** The transport department's sheet, and the same with one cell changed. */
export const plain = gridOf(sheet.sheet_name, sheet.cells, {
  merges: sheet.merges,
  formats: sheet.formats,
  formulas: sheet.formulas as Grid['formulas'],
})
export const edited: Grid = {
  ...plain,
  cells: plain.cells.map((row, at) => (at === 4 ? row.map((cell, column) => (column === 4 ? 13 : cell)) : row)),
}
export const HUBIN = { subject: '7.1.a', area: '411202' }

/** Previews, says yes to everything with a reason where one is asked, sends, and settles conflicts for the sheet. */
export const submitAll =
  (read?: ReadSheet): Kind['act'] =>
  async (pane, meanwhile) => {
    const { context } = pane
    const ports = read === undefined ? pane.ports : { ...pane.ports, readers: { ...pane.ports.readers, sheet: async () => ok(read) } }
    const preview = await previewSubmission(ports, context)
    if (!preview.ok) throw new Error(`no preview: ${preview.fault.tag}`)
    const reasons = Object.fromEntries(
      preview.value.plan.map(({ key, asks }) => [key, Object.fromEntries(asks.map(({ code }) => [code, '已与县里核实']))]),
    )
    const said: Decisions = { ...noDecisions, reasons }
    const overwrite = new Set(replan(preview.value, context, said).flatMap(({ kind, key }) => (kind === 'overwrites' ? [key] : [])))
    await meanwhile?.()
    const done = await submitSheet(ports, context, preview.value, { reasons, overwrite })
    if (!done.ok) return done.fault.tag === 'nothingToSend'
    pane.hear(done.value.sent)
    for (const row of done.value.sent) {
      if (row.outcome.status !== 'conflict') continue
      const settled = await resolveWithMine(ports, context, row, { reasons })
      if (settled.ok) pane.hear(settled.value)
    }
    return false
  }

const sheetKind = (title: string, grid: Grid, ends: Kind['ends'], more: Partial<Kind> = {}): Kind => ({
  title,
  grid,
  ends,
  act: submitAll(),
  ...more,
})
/** The unedited sheet is on the server already, sent by the same clerk. */
const sentBefore = async (scene: Scene) => {
  await submitAll()(await openPane(scene, plain))
  scene.sent.length = 0
}

/** Forty-two batches with remarks as long as a cell may be: more than one request holds. */
const long = '路基完成，路面摊铺中。'.repeat(1_800)
const readLarge: ReadSheet = (...asked) => {
  const reading = readSheet(...asked)
  if (!reading.ok) return reading
  const counties = reading.value.records.filter(({ subject }) => subject === '7.1.a')
  const records = Array.from({ length: 42 }, (_, at) => {
    const record = counties[at % counties.length] as (typeof counties)[number]
    return { ...record, part: `第${at + 1}批`, values: { ...record.values, remark: `${at}${long}` } }
  })
  return { ok: true, value: { ...reading.value, records, findings: [] } }
}

/** What the pane has no button for goes through the same outbox and delivery: `wanted` compared with what is held. */
const rowsKind = (
  title: string,
  wanted: readonly Row[],
  ends: Kind['ends'],
  envelope: Partial<SyncRequest>,
  more: Partial<Kind> = {},
): Kind => ({
  title,
  ends,
  grid: plain,
  async act(pane, meanwhile) {
    const { ports, context } = pane
    const pulled = await pullRecords(ports, PERIOD, 'jiaotong')
    if (!pulled.ok) throw new Error(`no records: ${pulled.fault.tag}`)
    const rows = wanted.flatMap((row) => {
      const held = pulled.value.stored.get(`${row.subject}|${row.area ?? '411200'}|${row.part ?? ''}`)
      const same = row.deleted
        ? held?.deleted
        : held && !held.deleted && FIELDS.every((field) => !(field in row) || (held.values[field] ?? null) === row[field])
      return same ? [] : [{ ...row, base: held?.version ?? 0 }]
    })
    if (rows.every(({ area }) => area === UNKNOWN)) return true
    await meanwhile?.()
    const body = JSON.stringify(syncRequest(rows, { era: pulled.value.era, periodEpoch: context.period.epoch, ...envelope }))
    const entry = { id: ports.surroundings.newId(), period: PERIOD, reporter: 'jiaotong', body, sheet: '5月', at: ports.surroundings.now() }
    await ports.outbox.put(entry)
    pane.hear((await deliverAll(ports, [entry])).sent)
    return false
  },
  ...more,
})
const FIELDS = ['cumulative', 'problems', 'remark', 'progressText'] as const
/** An area that no register has: its row is refused. */
const UNKNOWN = '999999'
const CITY = '411200'
const held: readonly Row[] = [
  { subject: '2.1', problems: '一', remark: '旧' },
  { subject: '2.4', remark: '旧' },
]
const heldBefore = (scene: Scene) => scene.colleague(held)

export const KINDS: readonly Kind[] = [
  sheetKind('a first submission', plain, { ...HUBIN, version: 1, cumulative: 125_000 }),
  sheetKind('one changed cell', edited, { ...HUBIN, version: 2, cumulative: 130_000 }, { prepare: sentBefore }),
  sheetKind(
    "another's rows, overwritten",
    plain,
    { ...HUBIN, version: 2, cumulative: 125_000 },
    {
      prepare: (scene) =>
        scene.colleague([
          { ...HUBIN, cumulative: 110_000 },
          { ...HUBIN, subject: '7.1.b', cumulative: 60_000 },
        ]),
    },
  ),
  sheetKind(
    'a conflict over one cell',
    edited,
    { ...HUBIN, version: 3, cumulative: 130_000 },
    {
      prepare: sentBefore,
      meanwhile: (scene) => scene.colleague([{ ...HUBIN, base: 1, cumulative: 128_000 }]),
    },
  ),
  sheetKind(
    'two clerks in two fields of a row',
    edited,
    { ...HUBIN, version: 3, cumulative: 130_000, problems: '雨季' },
    {
      prepare: sentBefore,
      meanwhile: (scene) => scene.colleague([{ ...HUBIN, base: 1, problems: '雨季' }]),
    },
  ),
  sheetKind(
    'a figure that falls, with its reason',
    plain,
    { ...HUBIN, version: 1, cumulative: 125_000 },
    {
      async prepare(scene) {
        const { now } = scene.world
        scene.world.now = new Date('2021-04-28T02:00:00Z')
        await scene.colleague([{ ...HUBIN, cumulative: 190_000 }], '2021-04')
        scene.world.now = now
      },
    },
  ),
  sheetKind('a large sheet, struck at its first part', plain, { ...HUBIN, part: '第37批', version: 1 }, { act: submitAll(readLarge) }),
  sheetKind(
    'a large sheet, struck at its second part',
    plain,
    { ...HUBIN, part: '第37批', version: 1 },
    { act: submitAll(readLarge), from: 1 },
  ),
  rowsKind(
    'an atomic submission',
    [
      { subject: '2.1', remark: '新' },
      { subject: '8.1.a', cumulative: 30_000 },
    ],
    { subject: '8.1.a', area: CITY, version: 1, cumulative: 30_000 },
    { atomic: true },
  ),
  rowsKind(
    'an atomic submission that a conflict holds',
    [
      { subject: '2.1', remark: '新' },
      { subject: '2.4', remark: '新' },
    ],
    { subject: '2.4', area: CITY, version: 3, remark: '新' },
    { atomic: true },
    {
      presses: 2,
      prepare: heldBefore,
      meanwhile: (scene) => scene.colleague([{ subject: '2.4', base: 1, remark: '别人的' }]),
    },
  ),
  rowsKind(
    'a withdrawal',
    [{ subject: '2.4', deleted: true }],
    { subject: '2.4', area: CITY, version: 2, deleted: 1 },
    {},
    { prepare: heldBefore },
  ),
  rowsKind(
    'a field cleared',
    [{ subject: '2.1', problems: null }],
    { subject: '2.1', area: CITY, version: 2, problems: null, remark: '旧' },
    {},
    { prepare: heldBefore },
  ),
  rowsKind(
    'accepted figures corrected, with a note',
    [{ subject: '2.1', remark: '更正' }],
    { subject: '2.1', area: CITY, version: 2, remark: '更正', problems: '一' },
    { note: '笔误' },
    {
      async prepare(scene) {
        await heldBefore(scene)
        await database.prepare("UPDATE submissions SET receipt = 'accepted' WHERE period = ? AND reporter = 'jiaotong'").bind(PERIOD).run()
      },
    },
  ),
  rowsKind(
    'rows of which one is refused',
    [
      { subject: '2.1', remark: '新' },
      { subject: '2.4', area: UNKNOWN, remark: '新' },
    ],
    { subject: '2.1', area: CITY, version: 2, remark: '新' },
    {},
    { prepare: heldBefore },
  ),
]
