import { PERIOD, send, type World } from '../../world.ts'

/** Numbers between 0 and 1 that a seed repeats (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const UNIT = `/v1/periods/${PERIOD}/reporters/jiaotong`
const LAYOUT = `/v1/reporters/jiaotong/layouts/${'a'.repeat(16)}`
const columns = [{ heading: '至某月完成', occurrence: 1, field: 'cumulative' }]

/** What people do in a city, on every table that an export has; what the state does not allow is refused, which is as good. */
const ACTS: readonly ((world: World, random: () => number) => Promise<unknown>)[] = [
  (world, random) =>
    sent(world, [{ subject: '7.1.c', part: `p${Math.floor(random() * 5)}`, base: 0, cumulative: Math.floor(random() * 99) * 10_000 }]),
  (world, random) => sent(world, [{ subject: '7.1.c', part: `q${Math.floor(random() * 1e9)}`, cumulative: 10_000 }]),
  (world) => sent(world, [{ subject: '7.1.c', part: 'p0', base: 1, deleted: true }]),
  (world, random) =>
    world.ask('coordinator', 'POST', `${UNIT}/comments`, {
      body: { subject: '7.1.c', area: '411200', text: `请核对 ${random()}` },
      headers: { 'Idempotency-Key': crypto.randomUUID() },
    }),
  // An account and its first comment: the export of before had the one without the other.
  async (world, random) => {
    const id = `n${Math.floor(random() * 1e9)}`
    await world.ask('administrator', 'POST', '/v1/accounts', { body: { id, name: '新人', role: 'clerk', reporter: 'jiaotong' } })
    const invited = await world.ask('administrator', 'POST', `/v1/accounts/${id}/invitations`, { body: {} })
    const { code } = (await invited.json()) as { code: string }
    const entered = await world.ask(null, 'POST', '/v1/sessions', { body: { code, device: '' } })
    world.tokens[id] = ((await entered.json()) as { token: string }).token
    return world.ask(id, 'POST', `${UNIT}/comments`, { body: { subject: '7.1.c', area: '411200', text: '新人的话' } })
  },
  (world, random) =>
    world.ask('administrator', 'PUT', '/v1/accounts/second', {
      body: { name: `改名${Math.floor(random() * 9)}`, role: 'clerk', reporter: 'jiaotong', active: true, reason: '改名' },
    }),
  (world) => world.ask('clerk', 'POST', `${UNIT}/submission/complete`, { body: {} }),
  (world) => world.ask('coordinator', 'POST', `${UNIT}/submission/return`, { body: { reason: '请核对' } }),
  (world) => world.ask('coordinator', 'POST', `${UNIT}/submission/accept`, { body: { confirmed: true } }),
  (world) => world.ask('clerk', 'POST', `${UNIT}/submission/reopen`, { body: { reason: '更正' } }),
  (world) => turn(world, 'lock'),
  (world) => turn(world, 'reopen'),
  (world, random) =>
    world.ask('coordinator', 'PUT', `${UNIT}/extension`, {
      body: { until: `2021-06-0${3 + Math.floor(random() * 6)}`, reason: '汛期' },
    }),
  (world) => world.ask('coordinator', 'PUT', `/v1/periods/${PERIOD}/lights/2.2.a`, { body: { light: 'yellow', reason: '集中在暑期' } }),
  async (world) => {
    const { layouts } = (await (await world.ask('clerk', 'GET', '/v1/reporters/jiaotong/layouts')).json()) as {
      layouts: { version: number }[]
    }
    const body = { register: 'smx-2021', headings: ['至某月完成'], columns, base: layouts[0]?.version ?? 0 }
    return world.ask('clerk', 'PUT', LAYOUT, { body })
  },
  (world) => world.ask('clerk', 'DELETE', LAYOUT, {}),
  (world, random) => {
    world.now = new Date(world.now.getTime() + Math.floor(random() * 3_600_000))
    return world.ask('coordinator', 'POST', '/v1/scheduled')
  },
]

const sent = (world: World, rows: Parameters<typeof send>[2]) => send(world, 'clerk', rows).catch(() => undefined)

async function turn(world: World, to: 'lock' | 'reopen'): Promise<Response> {
  const { periods } = (await (await world.ask('coordinator', 'GET', '/v1/periods')).json()) as { periods: { id: string; epoch: number }[] }
  const epoch = periods.find(({ id }) => id === PERIOD)?.epoch
  return world.ask('coordinator', 'POST', `/v1/periods/${PERIOD}/${to}`, {
    body: { reason: '通报', confirmed: true },
    headers: { 'If-Match': `"${epoch}"` },
  })
}

/** Does as many acts as are wished, one after the other. */
export async function actAtRandom(world: World, random: () => number, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await ACTS[Math.floor(random() * ACTS.length)]?.(world, random)
}
