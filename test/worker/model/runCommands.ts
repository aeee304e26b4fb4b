import { expect } from 'vitest'
import type { RecordsPage } from '../../../shared/wire/records.ts'
import type { ServerRecord, SyncAnswer } from '../../../shared/wire/sync.ts'
import type { Database } from '../../../worker/store/database/database.ts'
import { failing } from '../faultyDatabase.ts'
import { WHO_ACTS } from '../whoActs.ts'
import { database, otherUnit, PEOPLE, syncRequest, type World } from '../world.ts'
import { CityModel, FIELDS, type Field, type Sent } from './cityModel.ts'
import type { Command, PLACES, SyncPlan } from './commands.ts'
import { explained, told } from './explained.ts'
import { consolidatedAsFolded, fingerprint, holds, sameAsModel } from './holds.ts'

interface Sending {
  readonly sent: Sent
  readonly id: string
  readonly body: string
  readonly answer: SyncAnswer
}
const PLACE: Readonly<Record<(typeof PLACES)[number], { readonly role: string; readonly reporter: string | null }>> = {
  clerk: { role: 'clerk', reporter: 'jiaotong' },
  reviewer: { role: 'reviewer', reporter: 'jiaotong' },
  reader: { role: 'reader', reporter: null },
  clerkElsewhere: { role: 'clerk', reporter: otherUnit() },
}
/** Does the commands to the real server and to the model side by side, in a period of its own; throws where they part. */
export async function runCommands(world: World, period: string, commands: readonly Command[]): Promise<void> {
  const path = (reporter: string) => `/v1/periods/${period}/reporters/${reporter}`
  let model = new CityModel('jiaotong')
  const elsewhere = new CityModel(otherUnit())
  for (const { id, role, reporter } of PEOPLE) for (const each of [model, elsewhere]) each.people.set(id, { role, reporter, active: true })
  let committed: Sending | undefined
  let fresh = 0

  const write = (at: CityModel, sent: Sent): { sent: Sent; body: string; id: string; to: string } => {
    const rows = sent.rows.map(({ key, base, deleted, values }) => {
      const [subject = '', area = ''] = key.split('|')
      return { subject, area, base, deleted, ...values }
    })
    const more = { atomic: sent.atomic, periodEpoch: sent.epoch, ...(sent.note ? { note: '核实更正' } : {}) }
    return { sent, body: JSON.stringify(syncRequest(rows, more)), id: crypto.randomUUID(), to: at.unit }
  }
  const prepare = (plan: SyncPlan, at: CityModel, who: string = plan.who) =>
    write(at, {
      who,
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
    })
  type Letter = ReturnType<typeof write>
  const post = ({ sent, id, body, to }: Letter, query = '', db?: Database) =>
    world.ask(sent.who, 'POST', `${path(to)}/sync${query}`, { raw: body, headers: { 'Idempotency-Key': id }, ...(db ? { db } : {}) })
  /** Sends one letter and holds the answer against the model; what is refused changes nothing. */
  const deliver = async (letter: Letter, at: CityModel): Promise<SyncAnswer | undefined> => {
    const expected = at.sync(letter.sent)
    const before = typeof expected === 'string' ? await fingerprint(period) : ''
    const answer = await post(letter)
    const read = answer.status === 200 ? ((await answer.clone().json()) as SyncAnswer) : undefined
    expect(await told(answer)).toEqual(expected)
    if (typeof expected === 'string') expect(await fingerprint(period)).toBe(before)
    return read
  }

  for (const command of commands) {
    switch (command.do) {
      case 'sync': {
        const letter = prepare(command.plan, model)
        if (command.dryFirst) {
          const before = await fingerprint(period)
          expect(await told(await post({ ...letter, id: crypto.randomUUID() }, '?dryRun=true'))).toEqual(model.clone().sync(letter.sent))
          expect(await fingerprint(period)).toBe(before)
        }
        const answer = await deliver(letter, model)
        if (answer) committed = { ...letter, answer }
        break
      }
      case 'race': {
        const letters = command.plans.map((plan) => prepare(plan, model))
        const answers = await Promise.all(letters.map(async (letter) => told(await post(letter))))
        model = explained(model, letters, answers)
        break
      }
      case 'writers': {
        const base = model.records.get(command.key)?.length ?? 0
        const letters = Array.from({ length: command.count }, (_, index) => {
          fresh += 1
          const field = FIELDS[command.oneField ? 3 : index] as Field
          const value = field === 'cumulative' ? 40_000 + fresh : `新${fresh}`
          const rows = [{ key: command.key, base, deleted: false, values: { [field]: value } }]
          return write(model, { who: 'clerk', rows, named: [field], atomic: false, epoch: model.epoch, note: true })
        })
        const answers = await Promise.all(letters.map(async (letter) => told(await post(letter))))
        const refused = model.clone().sync(letters[0]?.sent as Sent)
        if (typeof refused === 'string') expect(answers).toEqual(letters.map(() => refused))
        else {
          const seen = answers.flatMap((answer) => (typeof answer === 'string' ? [] : answer))
          const versions = seen.flatMap((outcome) => (outcome.status === 'applied' ? [outcome.version] : [])).sort((a, b) => a - b)
          expect(versions).toEqual(command.oneField ? [base + 1] : letters.map((_, index) => base + 1 + index))
          expect(seen.filter(({ status }) => status === 'conflict')).toHaveLength(command.count - versions.length)
        }
        model = explained(model, letters, answers)
        break
      }
      case 'duplicate': {
        const letter = prepare(command.plan, model)
        const answers = await Promise.all(Array.from({ length: command.times }, () => post(letter)))
        const read = await Promise.all(answers.map((answer) => answer.clone().json() as Promise<SyncAnswer>))
        const expected = model.sync(letter.sent)
        for (const answer of answers) expect(await told(answer)).toEqual(expected)
        if (typeof expected === 'string') break
        expect(read.filter(({ replayed }) => !replayed)).toHaveLength(1)
        expect(new Set(read.map((answer) => JSON.stringify({ ...answer, replayed: false }))).size).toBe(1)
        committed = { ...letter, answer: { ...(read[0] as SyncAnswer), replayed: false } }
        break
      }
      case 'outage': {
        const letter = prepare(command.plan, model)
        const before = await fingerprint(period)
        const answer = await post(letter, '', failing(world.db, command.at, command.when).db)
        const expected = model.sync(letter.sent)
        if (answer.status === 503) {
          const receipt = await database.prepare('SELECT 1 FROM receipts WHERE id = ?').bind(letter.id).first()
          if (!receipt) expect(await fingerprint(period)).toBe(before)
          expect(answer.headers.get('retry-after')).not.toBeNull()
        } else expect(await told(answer)).toEqual(expected)
        expect(await told(await post(letter))).toEqual(expected)
        break
      }
      case 'retry': {
        if (!committed) break
        const { sent } = committed
        for (let time = 0; time < command.times; time += 1) {
          const before = await fingerprint(period)
          const answer = await post({ ...committed, to: model.unit })
          const refused = forbidden(model, sent.who)
          if (refused === undefined) {
            expect(answer.headers.get('idempotency-replayed')).toBe('true')
            expect(await answer.json()).toEqual({ ...committed.answer, replayed: true })
          } else expect(await told(answer)).toBe(refused)
          expect(await fingerprint(period)).toBe(before)
        }
        break
      }
      case 'reuse': {
        if (!committed || forbidden(model, committed.sent.who) !== undefined) break
        const before = await fingerprint(period)
        expect((await post({ ...committed, body: `${committed.body} `, to: model.unit })).status).toBe(422)
        expect(await fingerprint(period)).toBe(before)
        break
      }
      case 'other': {
        Object.assign(elsewhere, { open: model.open, epoch: model.epoch })
        await deliver(prepare(command.plan, elsewhere, 'other'), elsewhere)
        break
      }
      case 'lock':
      case 'reopen': {
        const answer = await world.ask('coordinator', 'POST', `/v1/periods/${period}/${command.do}`, {
          body: { reason: '通报', ...(command.do === 'lock' ? { confirmed: true } : {}) },
          headers: { 'If-Match': `"${model.epoch}"` },
        })
        const changes = model.open === (command.do === 'lock')
        expect(answer.status).toBe(changes ? 200 : 409)
        if (changes) Object.assign(model, { open: !model.open, epoch: model.epoch + 1 })
        break
      }
      case 'act': {
        const last = await lastSeq(period)
        const asOfSeq = { all: last, behind: Math.max(0, last - 1), unsaid: undefined }[command.read]
        const answer = await world.ask(WHO_ACTS[command.act], 'POST', `${path('jiaotong')}/submission/${command.act}`, {
          body: { reason: '理由', confirmed: true, ...(asOfSeq === undefined ? {} : { asOfSeq }) },
        })
        expect(answer.status, command.act).toBe(model.act(command.act, asOfSeq !== undefined && asOfSeq < last))
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
        const active = command.do === 'readmit'
        await database
          .prepare("UPDATE accounts SET active = ? WHERE id = 'second'")
          .bind(active ? 1 : 0)
          .run()
        const person = model.people.get('second')
        if (person) model.people.set('second', { ...person, active })
        break
      }
      case 'role': {
        if (!model.people.get('second')?.active) break
        const place = PLACE[command.place]
        const body = { name: nameOf('second'), ...place, active: true, reason: '轮岗' }
        expect((await world.ask('administrator', 'PUT', '/v1/accounts/second', { body })).status).toBe(200)
        model.people.set('second', { ...place, active: true })
        break
      }
      case 'consolidate': {
        await consolidatedAsFolded(world, period, model)
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
  await database.prepare("UPDATE accounts SET active = 1, role = 'clerk', reporter = 'jiaotong' WHERE id = 'second'").run()
  await holds(world, period, model)
}

/** Why a person may not even ask, however the period stands. */
function forbidden(model: CityModel, who: string): string | undefined {
  const person = model.people.get(who)
  if (!person?.active) return 'notSignedIn'
  if (person.role !== 'clerk') return 'forbidden'
  return person.reporter === model.unit ? undefined : 'notFound'
}

const lastSeq = async (period: string): Promise<number> =>
  (
    await database
      .prepare("SELECT coalesce(max(seq), 0) AS seq FROM records WHERE period = ? AND reporter = 'jiaotong'")
      .bind(period)
      .first<{ seq: number }>()
  )?.seq ?? 0
const nameOf = (id: string): string => PEOPLE.find((person) => person.id === id)?.name ?? ''
