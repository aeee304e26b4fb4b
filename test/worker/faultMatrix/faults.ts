import type { Database } from '../../../worker/store/database/database.ts'
import { between, failing } from '../faultyDatabase.ts'
import { database } from '../world.ts'
import { type Bring, HUNG } from './openPane.ts'
import type { Scene } from './scene.ts'

export interface Fault {
  readonly title: string
  readonly strike: (bring: Bring, scene: Scene) => Promise<Response>
  /** How many requests it strikes; five are as many as the pane tries before it gives up for now. */
  readonly times: 1 | 5
  /** How the fault passes, before the pane is opened again. */
  readonly after?: (scene: Scene) => Promise<void>
  /** Rows that were told as stored went with a restoration. */
  readonly forgets?: true
}

const lost = (): never => {
  throw new TypeError('Failed to fetch')
}
const hang = (): never => {
  throw HUNG
}
const real = (scene: Scene): Database => scene.world.db

const broken = async (answer: Response): Promise<Response> => {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.slice(0, bytes.length >> 1))
      controller.error(new TypeError('terminated'))
    },
  })
  return new Response(body, { status: answer.status, headers: answer.headers })
}
const cutShort = async (answer: Response): Promise<Response> => {
  const text = await answer.text()
  return new Response(text.slice(0, text.length >> 1), { status: answer.status, headers: answer.headers })
}
const page = () => new Response('<html>网关超时</html>', { status: 504, headers: { 'Content-Type': 'text/html' } })
const refusal = (status: number, code: string) =>
  new Response(JSON.stringify({ type: code, title: code, status, code, requestId: 'edge' }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Retry-After': '1' },
  })

/** Each on the way to the server or back, once, and until the pane gives up. */
const CONNECTION: readonly Fault[] = (
  [
    ['cut before it is sent', async () => lost()],
    [
      'cut before the commit',
      async (bring, scene) => {
        await bring(failing(real(scene), 1, 'twice').db)
        return lost()
      },
    ],
    [
      'cut after the commit',
      async (bring) => {
        await bring()
        return lost()
      },
    ],
    ['cut in the middle of the answer', async (bring) => broken(await bring())],
    ['half an answer, passed on as whole', async (bring) => cutShort(await bring())],
    ['a page of a gateway before it arrives', async () => page()],
    [
      'a page of a gateway after the commit',
      async (bring) => {
        await bring()
        return page()
      },
    ],
    [
      'a page of a proxy that says all is well',
      async () => new Response('<html>登录</html>', { headers: { 'Content-Type': 'text/html' } }),
    ],
    ['an answer of somebody else', async () => Response.json({ ok: true, outcomes: null })],
    ['time-out before it arrives', async () => hang()],
    [
      'time-out after the commit',
      async (bring) => {
        await bring()
        return hang()
      },
    ],
    ['overload before it arrives', async () => refusal(503, 'busy')],
    ['a limit of requests', async () => refusal(429, 'tooManyRequests')],
    [
      'delivered twice at once, the answer lost',
      async (bring) => {
        await Promise.all([bring(), bring()])
        return lost()
      },
    ],
  ] as const satisfies readonly (readonly [string, Fault['strike']])[]
).flatMap(([title, strike]) => [
  { title, strike, times: 1 },
  { title: `${title}, again and again`, strike, times: 5 },
])

const DUPLICATES: readonly Fault[] = [
  { title: 'delivered twice, one after the other', times: 1, strike: async (bring) => [await bring(), await bring()][1] as Response },
  { title: 'delivered twice at once', times: 1, strike: async (bring) => (await Promise.all([bring(), bring()]))[0] as Response },
]

/** Statements of the batch, each failing by a trigger while one request is there. */
const STATEMENTS: readonly Fault[] = ['guards', 'receipts', 'records', 'history', 'submissions', 'city'].flatMap((table) =>
  (table === 'city' ? ['UPDATE'] : ['INSERT']).map((event) => ({
    title: `the database fails at ${event} ${table}`,
    times: 1,
    strike: async (bring) => {
      await database.prepare(`CREATE TRIGGER injected BEFORE ${event} ON ${table} BEGIN SELECT RAISE(ABORT, 'injected'); END`).run()
      const answer = await bring()
      await database.prepare('DROP TRIGGER injected').run()
      return answer
    },
  })),
)

/** Round trips to the database: reading, and the batch; lost before and after they took effect, or from there on. */
const ROUND_TRIPS: readonly Fault[] = [0, 1].flatMap((call) =>
  (['before', 'after', 'twice'] as const).map((when) => ({
    title: `the database is lost at call ${call}, ${when}`,
    times: 1,
    strike: (bring, scene) => bring(failing(real(scene), call, when).db),
  })),
)

const reopen = (scene: Scene) => scene.reopen()
const LOCKS: readonly Fault[] = [
  {
    title: 'locked before it arrives',
    times: 1,
    after: reopen,
    strike: async (bring, scene) => {
      await scene.lock()
      return bring()
    },
  },
  {
    title: 'locked between reading and the batch',
    times: 1,
    after: reopen,
    strike: (bring, scene) => bring(between(real(scene), () => scene.lock())),
  },
  {
    title: 'locked after the commit, the answer lost',
    times: 1,
    after: reopen,
    strike: async (bring, scene) => {
      await bring()
      await scene.lock()
      return lost()
    },
  },
  {
    title: 'locked before it arrives, the refusal lost',
    times: 1,
    after: reopen,
    strike: async (bring, scene) => {
      await scene.lock()
      await bring()
      return lost()
    },
  },
]

const RESTORES: readonly Fault[] = [
  {
    title: 'restored before it arrives',
    times: 1,
    strike: async (bring, scene) => {
      await scene.restore(await scene.snapshot())
      return bring()
    },
  },
  {
    title: 'restored between reading and the batch',
    times: 1,
    strike: async (bring, scene) => {
      const before = await scene.snapshot()
      return bring(between(real(scene), () => scene.restore(before)))
    },
  },
  {
    title: 'restored after the commit, the answer lost',
    times: 1,
    strike: async (bring, scene) => {
      const before = await scene.snapshot()
      await bring()
      await scene.restore(before)
      return lost()
    },
  },
  {
    title: 'restored after the answer',
    times: 1,
    forgets: true,
    strike: async (bring, scene) => {
      const before = await scene.snapshot()
      const answer = await bring()
      await scene.restore(before)
      return answer
    },
  },
]

const signInAgain = async (scene: Scene) => {
  const invited = await scene.world.ask('administrator', 'POST', '/v1/accounts/clerk/invitations', { body: { validDays: 1 } })
  const { code } = (await invited.json()) as { code: string }
  const answer = await scene.world.ask(null, 'POST', '/v1/sessions', { body: { code, device: 'test' } })
  if (answer.status !== 200) throw new Error(`no way back in: ${invited.status} ${answer.status}`)
  scene.token = ((await answer.json()) as { token: string }).token
}
const SESSIONS: readonly Fault[] = [
  {
    title: 'signed out before it arrives',
    times: 1,
    after: signInAgain,
    strike: async (bring, scene) => {
      await scene.revoke()
      return bring()
    },
  },
  {
    title: 'signed out between reading and the batch',
    times: 1,
    after: signInAgain,
    strike: (bring, scene) => bring(between(real(scene), () => scene.revoke())),
  },
  {
    title: 'signed out after the commit, the answer lost',
    times: 1,
    after: signInAgain,
    strike: async (bring, scene) => {
      await bring()
      await scene.revoke()
      return lost()
    },
  },
]

export const FAULTS: readonly Fault[] = [...CONNECTION, ...DUPLICATES, ...STATEMENTS, ...ROUND_TRIPS, ...LOCKS, ...RESTORES, ...SESSIONS]
