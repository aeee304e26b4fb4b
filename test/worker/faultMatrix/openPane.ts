import { createApi } from '../../../addin/api/createApi.ts'
import { createRequest, type Request } from '../../../addin/api/request.ts'
import { serverClock } from '../../../addin/api/serverClock.ts'
import type { PeriodContext } from '../../../addin/flow/periodContext.ts'
import { openPeriodContext } from '../../../addin/flow/session/openPeriodContext.ts'
import type { SentRow } from '../../../addin/flow/submit/deliver.ts'
import { databaseOutbox } from '../../../addin/outbox/databaseOutbox.ts'
import type { Ports } from '../../../addin/ports/ports.ts'
import { fetchReaders } from '../../../addin/readers/fetchReaders.ts'
import type { Grid } from '../../../shared/grid/grid.ts'
import type { Database } from '../../../worker/store/database/database.ts'
import { fakeMemory } from '../../addin/fakes.ts'
import { fakeWorkbook } from '../../addin/fakeWorkbook.ts'
import { NOW, PERIOD } from '../world.ts'
import type { Scene } from './scene.ts'

/** Brings the request to the server; to another database than the city's own where one is given. */
export type Bring = (db?: Database) => Promise<Response>

/** What becomes of a request on its way; throws where there is no answer, and HUNG where there is never one. */
export interface Weather {
  readonly strike: (bring: Bring, scene: Scene) => Promise<Response>
  /** The number of the first sync request that is struck, and how many are. */
  readonly from: number
  readonly times: number
  struck: number
}
export const HUNG = new Error('no answer, ever')

export interface Pane {
  readonly ports: Ports
  readonly context: PeriodContext
  /** Remembers what the pane was told is stored. */
  hear(sent: readonly SentRow[]): void
}

/** The pane's own flows, outbox and api, over a workbook in memory and a network that has weather. */
export async function openPane(scene: Scene, grid: Grid, weather?: Weather): Promise<Pane> {
  const memory = fakeMemory(scene.token)
  let requests = 0
  let hung = false
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = init.headers as Record<string, string>
    const body = init.body as string | undefined
    const bring: Bring = (db) =>
      scene.world.ask(null, init.method ?? 'GET', path, {
        headers,
        ...(body === undefined ? {} : { raw: body }),
        ...(db ? { db } : {}),
      })
    if (!path.endsWith('/sync') || body === undefined) return bring()
    scene.sent.push({ path, headers, body })
    const id = headers['Idempotency-Key'] ?? ''
    if (!scene.unanswered.has(id)) scene.unanswered.set(id, body)
    const number = requests
    requests += 1
    const calm = !weather || number < weather.from || number >= weather.from + weather.times
    if (!calm) weather.struck += 1
    try {
      const answer = calm ? await bring() : await weather.strike(bring, scene)
      if (await isFinal(answer.clone())) {
        scene.unanswered.delete(id)
        scene.answered.add(id)
      }
      return answer
    } catch (error) {
      hung = error === HUNG
      throw error
    }
  }
  const usual = createRequest('', 60_000, serverClock(), send as typeof fetch)
  const quiet = createRequest(
    '',
    5,
    serverClock(),
    ((_: string, init: RequestInit) =>
      new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(new Error('aborted'))))) as typeof fetch,
  )
  const request: Request = async (line) => {
    const answer = await usual(line)
    if (!hung) return answer
    hung = false
    return quiet(line)
  }
  const ports: Ports = {
    workbook: fakeWorkbook(grid).workbook,
    api: createApi(request, memory.token),
    outbox: { ...databaseOutbox('pane', () => scene.computer), safety: () => ({ place: 'database', unread: false }) },
    memory,
    readers: fetchReaders,
    links: { open: () => undefined },
    surroundings: {
      now: () => NOW.toISOString(),
      newId: () => crypto.randomUUID(),
      random: () => 0.5,
      wait: async () => undefined,
    },
  }
  const [me, periods] = [await ports.api.me(), await ports.api.periods()]
  const period = periods.ok ? periods.value.find(({ id }) => id === PERIOD) : undefined
  if (!me.ok || !periods.ok || !period) throw new Error('the pane cannot open')
  const context = await openPeriodContext(ports, me.value, periods.value, period)
  if (!context.ok) throw new Error(`no context: ${context.fault.tag}`)
  return {
    ports,
    context: context.value,
    hear(sent) {
      for (const { key, outcome } of sent)
        if (outcome.status === 'applied') scene.told.push(`${key.subject}|${key.area}|${key.part}|${outcome.version}`)
    },
  }
}

/** Whether our own server has said, in an answer that came whole, what became of the request for good. */
async function isFinal(answer: Response): Promise<boolean> {
  const { status } = answer
  if (status >= 500 || status === 429 || status === 401) return false
  try {
    const told = (await answer.json()) as object
    return status === 200 ? Array.isArray((told as { outcomes?: unknown }).outcomes) : 'code' in told
  } catch {
    return false
  }
}
