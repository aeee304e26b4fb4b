import { beforeAll, describe, expect, it } from 'vitest'
import { CONTRACT, type RouteKey } from '../../../shared/wire/contract.ts'
import { SUBMISSION_ACTS, type SubmissionAct } from '../../../shared/wire/submissionActs.ts'
import { POLICY } from '../../../worker/http/policy.ts'
import { database, openWorld, otherUnit, PEOPLE, PERIOD, syncRequest, type World } from '../world.ts'

const UNIT = '/v1/periods/{period}/reporters/{reporter}'
const EPOCH = 7

/** A state of the period and of the unit's period. */
interface State {
  readonly period: 'open' | 'locked' | 'over' | 'overButExtended'
  readonly said: string
  readonly signOff: string
  readonly receipt: string
}
const STATES: readonly State[] = [
  { period: 'open', said: 'draft', signOff: 'none', receipt: 'none' },
  { period: 'open', said: 'complete', signOff: 'reviewed', receipt: 'received' },
  { period: 'open', said: 'draft', signOff: 'none', receipt: 'returned' },
  { period: 'open', said: 'complete', signOff: 'approved', receipt: 'accepted' },
  { period: 'open', said: 'complete', signOff: 'approved', receipt: 'locked' },
  { period: 'locked', said: 'draft', signOff: 'none', receipt: 'none' },
  { period: 'locked', said: 'complete', signOff: 'approved', receipt: 'accepted' },
  { period: 'over', said: 'complete', signOff: 'none', receipt: 'none' },
  { period: 'over', said: 'draft', signOff: 'none', receipt: 'returned' },
  { period: 'overButExtended', said: 'draft', signOff: 'none', receipt: 'none' },
  { period: 'overButExtended', said: 'complete', signOff: 'approved', receipt: 'locked' },
]
const isOpen = ({ period }: State): boolean => period === 'open' || period === 'overButExtended'
const among = (allowed: readonly string[] | undefined, is: string): boolean => allowed === undefined || allowed.includes(is)

/** A sound request, and what it is answered at a state where the policy table lets it in; written from the design. */
interface Sample {
  readonly body: unknown
  readonly headers?: Record<string, string>
  readonly answers: (state: State, role: string) => number
}
const row = [{ subject: '7.1.c', cumulative: 10_000 }]
const act = (name: SubmissionAct): Sample => ({
  body: { reason: '理由', confirmed: true },
  answers: (state) => {
    const from: { said?: readonly string[]; signOff?: readonly string[]; receipt?: readonly string[] } = SUBMISSION_ACTS[name].from
    const fits = among(from.said, state.said) && among(from.signOff, state.signOff) && among(from.receipt, state.receipt)
    return fits && (isOpen(state) || !('clerk' in SUBMISSION_ACTS[name].roles)) ? 200 : 409
  },
})
const ofPeriod = (body: object, allowed: (state: State) => boolean): Sample => ({
  body,
  headers: { 'If-Match': `"${EPOCH}"` },
  answers: (state) => (allowed(state) ? 200 : 409),
})
/** Every route whose answer may depend on the state. All the others must answer alike at each: a new one that does not is to be named here. */
const SAMPLES: readonly (readonly [RouteKey, Sample])[] = [
  [
    `POST ${UNIT}/sync`,
    {
      body: syncRequest(row, { periodEpoch: EPOCH }),
      answers: (state) => (isOpen(state) && state.receipt !== 'locked' && state.receipt !== 'accepted' ? 200 : 409),
    },
  ],
  [
    `POST ${UNIT}/sync`,
    {
      body: syncRequest(row, { periodEpoch: EPOCH, note: '核实更正' }),
      answers: (state) => (isOpen(state) && state.receipt !== 'locked' ? 200 : 409),
    },
  ],
  ...(Object.keys(SUBMISSION_ACTS) as SubmissionAct[]).map((name) => [`POST ${UNIT}/submission/${name}`, act(name)] as const),
  [`POST ${UNIT}/comments`, { body: { subject: '7.1.c', area: '411200', text: '好' }, answers: () => 200 }],
  [
    `POST ${UNIT}/comments`,
    {
      body: { subject: '7.1.c', area: '411200', kind: 'return', text: '核对' },
      answers: (state, role) => (role !== 'coordinator' ? 403 : state.receipt === 'locked' ? 409 : 200),
    },
  ],
  [`PUT ${UNIT}/extension`, { body: { until: '2021-06-30', reason: '系统故障' }, answers: () => 200 }],
  ['POST /v1/periods/{period}/lock', ofPeriod({ reason: '通报', confirmed: true }, ({ period }) => period !== 'locked')],
  ['POST /v1/periods/{period}/reopen', ofPeriod({ reason: '核实' }, ({ period }) => period === 'locked')],
  ['PUT /v1/periods/{period}', ofPeriod({ registerId: 'smx-2021', registerVersion: 1, reason: '改期' }, () => true)],
]

/** Sound requests of routes that no state changes; others are asked with nonsense. */
const STATELESS: Readonly<Partial<Record<RouteKey, unknown>>> = {
  'PUT /v1/periods/{period}/indicators/{indicator}/light': { light: 'red', reason: '核查' },
  'POST /v1/periods/{period}/documents': { kind: 'circular', format: 'text' },
  'PUT /v1/accounts/{account}': { name: '新名', role: 'reader', reporter: null, active: true, reason: '更名' },
}

describe('at every state', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld({ burst: 1e9, perSecond: 1e9 })
  })

  const people = PEOPLE.filter(({ id }) => id !== 'second')
  const unitsOf = (key: RouteKey): string[] => (key.includes('{reporter}') ? ['jiaotong', otherUnit(), 'nobody-at-all'] : ['jiaotong'])
  const pathOf = (key: RouteKey, unit: string): string => {
    const values: Record<string, string> = { period: PERIOD, reporter: unit, register: 'smx-2021', version: '1', indicator: '7.1.a' }
    const rest: Record<string, string> = { account: 'none', device: '0'.repeat(16), ticket: 'x'.repeat(43), layout: '0'.repeat(16) }
    return (key.split(' ')[1] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? rest[name] ?? 'none')
  }
  const ask = (key: RouteKey, who: string, unit: string, body: unknown, headers: Record<string, string> = {}) => {
    const method = key.split(' ')[0] ?? ''
    const more = method === 'GET' || method === 'DELETE' ? {} : { body }
    return world.ask(who, method, pathOf(key, unit), { ...more, headers: { 'Idempotency-Key': crypto.randomUUID(), ...headers } })
  }

  /** Both units of the test at one state, whatever went before. */
  async function put(state: State): Promise<void> {
    const hard = state.period.startsWith('over') ? '2021-05-27' : '2021-06-02'
    const until = state.period === 'overButExtended' ? '2021-05-28' : null
    await database.batch([
      database
        .prepare("UPDATE periods SET state = ?, epoch = ?, soft_deadline = '2021-05-27', hard_deadline = ? WHERE id = ?")
        .bind(state.period === 'locked' ? 'locked' : 'open', EPOCH, hard, PERIOD),
      ...['jiaotong', otherUnit()].map((unit) =>
        database
          .prepare(
            `INSERT INTO submissions (period, reporter, said, sign_off, receipt, open_until) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (period, reporter) DO UPDATE SET said = ?3, sign_off = ?4, receipt = ?5, open_until = ?6`,
          )
          .bind(PERIOD, unit, state.said, state.signOff, state.receipt, until),
      ),
    ])
  }
  const content = async () => {
    const tables = [
      'records',
      'history',
      'receipts',
      'comments',
      'submissions',
      'periods',
      'accounts',
      'registers',
      'audit',
      'light_overrides',
      'layouts',
    ]
    const answers = await database.batch(tables.map((table) => database.prepare(`SELECT * FROM ${table}`)))
    return JSON.stringify(answers.map(({ results }) => results))
  }
  const named = (state: State) => Object.values(state).join(' ')

  it.each(STATES.map((state) => [named(state), state] as const))(
    'whoever the table refuses is refused alike, and nothing is written: %s',
    async (_, state) => {
      await put(state)
      const before = await content()
      for (const key of Object.keys(POLICY) as RouteKey[]) {
        const rule = POLICY[key]
        if (rule === 'anyone') continue
        const samples = [{ body: 'nonsense' }, ...SAMPLES.filter(([of]) => of === key).map(([, sample]) => sample)]
        for (const person of people) {
          for (const unit of unitsOf(key)) {
            const reach = rule[person.role]
            const expected = reach === undefined ? 403 : reach === 'own' && unit !== person.reporter ? 404 : undefined
            if (expected === undefined) continue
            for (const sample of samples) {
              const answer = await ask(key, person.id, unit, sample.body, 'headers' in sample ? sample.headers : {})
              expect(answer.status, `${key} as ${person.id} of ${unit}`).toBe(expected)
            }
          }
        }
      }
      expect(await content()).toBe(before)
    },
  )

  it.each(SAMPLES.map(([key, sample]) => [key, sample] as const))(
    'whoever the table lets in is answered by the state: %s',
    async (key, sample) => {
      const rule = POLICY[key]
      if (rule === 'anyone') throw new Error('a state for anyone')
      let asked = 0
      for (const state of STATES) {
        for (const person of people) {
          for (const unit of unitsOf(key).filter((each) => each !== 'nobody-at-all')) {
            const reach = rule[person.role]
            if (reach === undefined || (reach === 'own' && unit !== person.reporter)) continue
            await put(state)
            const before = await content()
            const answer = await ask(key, person.id, unit, sample.body, sample.headers)
            const where = `${key} as ${person.id} of ${unit} at ${named(state)}`
            expect(answer.status, where).toBe(sample.answers(state, person.role))
            if (answer.status >= 400) expect(await content(), where).toBe(before)
            asked += 1
          }
        }
      }
      expect(asked).toBeGreaterThanOrEqual(STATES.length)
    },
  )

  it('every other route answers the same at each', async () => {
    const depends = new Set<RouteKey>(SAMPLES.map(([key]) => key))
    const leaves: readonly RouteKey[] = ['DELETE /v1/sessions/current']
    for (const key of (Object.keys(CONTRACT) as RouteKey[]).filter((each) => !depends.has(each) && !leaves.includes(each))) {
      const rule = POLICY[key]
      for (const person of people) {
        const unit = person.reporter ?? 'jiaotong'
        if (rule !== 'anyone' && rule[person.role] === undefined) continue
        const statuses = new Set<number>()
        for (const state of [STATES[0], STATES[4], STATES[6], STATES[7]] as State[]) {
          await put(state)
          const answer = await ask(key, person.id, unit, STATELESS[key] ?? 'nonsense')
          await answer.arrayBuffer()
          statuses.add(answer.status)
        }
        expect(statuses.size, `${key} as ${person.id}: ${[...statuses]}`).toBe(1)
      }
    }
  })
})
