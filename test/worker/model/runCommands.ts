import { expect } from 'vitest'
import type { Consolidation } from '../../../shared/wire/consolidation.ts'
import type { RecordsPage } from '../../../shared/wire/records.ts'
import type { Submission } from '../../../shared/wire/submission.ts'
import { SUBMISSION_ACTS } from '../../../shared/wire/submissionActs.ts'
import type { ServerRecord, SyncAnswer } from '../../../shared/wire/sync.ts'
import { database, otherUnit, syncRequest, type World } from '../world.ts'
import { CityModel, FIELDS, type Outcome, type Sent } from './cityModel.ts'
import type { Command, SyncPlan } from './commands.ts'

interface Sending {
  readonly who: string
  readonly id: string
  readonly body: string
  readonly answer: SyncAnswer
}

/** Does the commands to the real server and to the model side by side, in a period of its own; throws where they part. */
export async function runCommands(world: World, period: string, commands: readonly Command[]): Promise<void> {
  const path = (reporter: string) => `/v1/periods/${period}/reporters/${reporter}`
  let model = new CityModel()
  let committed: Sending | undefined
  const otherModel = new CityModel()
  const absent = new Set<string>()

  const prepare = (plan: SyncPlan, at: CityModel): { sent: Sent; body: string } => {
    const sent: Sent = {
      rows: plan.rows.map(({ key, behind, deleted, ...values }) => ({
        key,
        base: Math.max(0, (at.records.get(key)?.length ?? 0) - behind),
        deleted,
        values: Object.fromEntries(plan.named.map((field) => [field, values[field]])),
      })),
      named: plan.named,
      atomic: plan.atomic,
      epoch: plan.oldEpoch ? at.epoch - 1 : at.epoch,
      note: plan.note,
    }
    const rows = sent.rows.map(({ key, base, deleted, values }) => {
      const [subject = '', area = ''] = key.split('|')
      return { subject, area, base, deleted, ...values }
    })
    const more = { atomic: sent.atomic, periodEpoch: sent.epoch, ...(plan.note ? { note: '核实更正' } : {}) }
    return { sent, body: JSON.stringify(syncRequest(rows, more)) }
  }
  const post = (who: string, id: string, body: string, query = '') =>
    world.ask(who, 'POST', `${path('jiaotong')}/sync${query}`, { raw: body, headers: { 'Idempotency-Key': id } })
  const told = async (answer: Response): Promise<string | readonly Outcome[]> => {
    const read = (await answer.json()) as SyncAnswer & { code: string }
    if (answer.status !== 200) return read.code
    return read.outcomes.map((outcome): Outcome => [outcome.status as Outcome[0], 'version' in outcome ? outcome.version : -1])
  }
  const expected = (plan: SyncPlan, sent: Sent, at: CityModel) => (absent.has(plan.who) ? 'notSignedIn' : at.sync(sent))

  for (const command of commands) {
    switch (command.do) {
      case 'sync': {
        const { sent, body } = prepare(command.plan, model)
        if (command.dryFirst) {
          const before = await fingerprint(period)
          const dry = await told(await post(command.plan.who, crypto.randomUUID(), body, '?dryRun=true'))
          expect(dry).toEqual(expected(command.plan, sent, model.clone()))
          expect(await fingerprint(period)).toBe(before)
        }
        const id = crypto.randomUUID()
        const answer = await post(command.plan.who, id, body)
        if (answer.status === 200) committed = { who: command.plan.who, id, body, answer: (await answer.clone().json()) as SyncAnswer }
        expect(await told(answer)).toEqual(expected(command.plan, sent, model))
        break
      }
      case 'race': {
        const plans = [command.one, command.other].map((plan) => ({ plan, ...prepare(plan, model) }))
        const answers = await Promise.all(plans.map(async ({ plan, body }) => told(await post(plan.who, crypto.randomUUID(), body))))
        const orders = [
          [0, 1],
          [1, 0],
        ].map((order) => {
          const after = model.clone()
          const outcomes: unknown[] = []
          for (const index of order) {
            const each = plans[index] as (typeof plans)[number]
            outcomes[index] = expected(each.plan, each.sent, after)
          }
          return { after, outcomes }
        })
        const fitting = orders.find(({ outcomes }) => JSON.stringify(outcomes) === JSON.stringify(answers))
        expect(
          fitting,
          `neither order explains ${JSON.stringify(answers)}: ${JSON.stringify(orders.map(({ outcomes }) => outcomes))}`,
        ).toBeDefined()
        if (fitting) model = fitting.after
        break
      }
      case 'retry': {
        if (!committed || absent.has(committed.who)) break
        for (let time = 0; time < command.times; time += 1) {
          const answer = await post(committed.who, committed.id, committed.body)
          expect(answer.headers.get('idempotency-replayed')).toBe('true')
          expect(await answer.json()).toEqual({ ...committed.answer, replayed: true })
        }
        break
      }
      case 'reuse': {
        if (!committed || absent.has(committed.who)) break
        expect((await post(committed.who, committed.id, `${committed.body} `)).status).toBe(422)
        break
      }
      case 'other': {
        const row = {
          subject: '7.1.a',
          area: '411202',
          base: otherModel.records.get('o')?.length ?? 0,
          cumulative: command.figure * 10_000,
        }
        const body = JSON.stringify(syncRequest([row], { periodEpoch: model.epoch }))
        const answer = await world.ask('other', 'POST', `${path(otherUnit())}/sync`, {
          raw: body,
          headers: { 'Idempotency-Key': crypto.randomUUID() },
        })
        otherModel.open = model.open
        otherModel.epoch = model.epoch
        const values = { cumulative: row.cumulative, problems: null, remark: null }
        const sent = {
          rows: [{ key: 'o', base: row.base, deleted: false, values }],
          named: ['cumulative' as const],
          atomic: false,
          epoch: model.epoch,
          note: false,
        }
        expect(await told(answer)).toEqual(otherModel.sync(sent))
        break
      }
      case 'lock':
      case 'reopen': {
        const answer = await world.ask('coordinator', 'POST', `/v1/periods/${period}/${command.do}`, {
          body: { reason: '通报' },
          headers: { 'If-Match': `"${model.epoch}"` },
        })
        const changes = model.open === (command.do === 'lock')
        expect(answer.status).toBe(changes ? 200 : 409)
        if (changes) {
          model.open = !model.open
          model.epoch += 1
        }
        break
      }
      case 'act': {
        const rule: { roles: Record<string, string> } = SUBMISSION_ACTS[command.act]
        const who = Object.keys(rule.roles)[0] ?? ''
        if (absent.has(who)) break
        const answer = await world.ask(who, 'POST', `${path('jiaotong')}/submission/${command.act}`, { body: { reason: '理由' } })
        expect(answer.status, command.act).toBe(model.act(command.act) ? 200 : 409)
        break
      }
      case 'returnRow': {
        const answer = await world.ask('coordinator', 'POST', `${path('jiaotong')}/comments`, {
          body: { subject: '1', area: '411200', kind: 'return', text: '请核对' },
        })
        expect(answer.status).toBe(model.receipt === 'locked' ? 409 : 200)
        if (model.receipt !== 'locked') Object.assign(model, { said: 'draft', signOff: 'none', receipt: 'returned' })
        break
      }
      case 'dismiss':
      case 'readmit': {
        await database
          .prepare("UPDATE accounts SET active = ? WHERE id = 'second'")
          .bind(command.do === 'readmit' ? 1 : 0)
          .run()
        if (command.do === 'dismiss') absent.add('second')
        else absent.delete('second')
        break
      }
      case 'pull': {
        const seen = new Map<string, ServerRecord>()
        for (let since: number | null = 0; since !== null; ) {
          const answer = await world.ask('clerk', 'GET', `${path('jiaotong')}/records?since=${since}&limit=${command.limit}`)
          const page = (await answer.json()) as RecordsPage
          for (const record of page.records) seen.set(`${record.subject}|${record.area}`, record)
          since = page.next
        }
        sameAsModel(seen, model)
        break
      }
    }
  }
  await database.prepare("UPDATE accounts SET active = 1 WHERE id = 'second'").run()
  await holds(world, period, model)
}

/** What must be true after any sequence. */
async function holds(world: World, period: string, model: CityModel): Promise<void> {
  const { results: records } = await database.prepare("SELECT * FROM records WHERE period = ? AND reporter = 'jiaotong'").bind(period).all()
  const { results: history } = await database
    .prepare("SELECT * FROM history WHERE period = ? AND reporter = 'jiaotong' ORDER BY subject, area, version")
    .bind(period)
    .all()
  const last = new Map<string, Record<string, unknown>>()
  for (const image of history) {
    const key = `${image.subject}|${image.area}`
    expect(image.version).toBe(Number(last.get(key)?.version ?? 0) + 1)
    const of = model.records.get(key)?.[Number(image.version) - 1]
    expect(Object.fromEntries(FIELDS.map((field) => [field, image[field]])), key).toEqual(of?.values)
    last.set(key, image)
  }
  expect([...last.values()]).toEqual(expect.arrayContaining(records))
  expect(records).toHaveLength(last.size)
  expect(last.size).toBe(model.records.size)

  const unit = (await (await world.ask('clerk', 'GET', `/v1/periods/${period}/reporters/jiaotong/submission`)).json()) as Submission
  expect(unit).toMatchObject({ said: model.said, signOff: model.signOff, receipt: model.receipt, changesSinceSignOff: model.changes })

  const city = (await (await world.ask('coordinator', 'GET', `/v1/periods/${period}/consolidation`)).json()) as Consolidation
  const figures = [...model.records].flatMap(([key, versions]) => {
    const now = versions.at(-1)
    return key.startsWith('7.1.a') && now && !now.deleted && now.values.cumulative !== null ? [Number(now.values.cumulative)] : []
  })
  const sum = figures.length === 0 ? null : figures.reduce((total, figure) => total + figure, 0)
  expect(city.indicators.find(({ indicator }) => indicator === '7.1.a')?.cumulative).toBe(sum)
}

function sameAsModel(seen: ReadonlyMap<string, ServerRecord>, model: CityModel): void {
  expect(seen.size).toBe(model.records.size)
  for (const [key, versions] of model.records) {
    const record = seen.get(key)
    expect(record).toMatchObject({ version: versions.length, deleted: versions.at(-1)?.deleted })
    for (const field of FIELDS) expect(record?.values[field] ?? null).toBe(versions.at(-1)?.values[field] ?? null)
  }
}

async function fingerprint(period: string): Promise<string> {
  const answers = await database.batch(
    ['records', 'history', 'receipts', 'submissions'].map((table) =>
      database.prepare(`SELECT * FROM ${table} WHERE period = ?`).bind(period),
    ),
  )
  return JSON.stringify(answers.map(({ results }) => results))
}
