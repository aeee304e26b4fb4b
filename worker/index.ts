import { cityToday } from './http/cityToday.ts'
import type { AppEnv, Host } from './http/context.ts'
import { createApp } from './http/createApp.ts'
import { runSchedule } from './store/runSchedule.ts'

const host: Host = {
  now: () => new Date(),
  newId: () => crypto.randomUUID(),
  log: (line) => console.log(JSON.stringify(line)),
  later: (c, work) => c.executionCtx.waitUntil(work),
  address: (request) => request.headers.get('cf-connecting-ip') ?? 'local',
  // biome-ignore lint/style/noRestrictedGlobals: the one way out, handed to worker/oidc alone.
  fetch: (address, init) => fetch(address, init),
  passes: async (key, { RATE_LIMITER }) => (await RATE_LIMITER?.limit({ key }))?.success,
}
const app = createApp(host)

/** The Worker: requests, and the scheduled work that POST /v1/scheduled does by hand. */
export default {
  fetch: (request, env, context) => app.fetch(request, env, context),
  scheduled: async (_controller, env) => {
    const now = host.now()
    const notices = await runSchedule(env.DB, now.toISOString(), cityToday(now))
    host.log({ event: 'scheduled', notices: notices.length })
  },
} satisfies ExportedHandler<AppEnv['Bindings']>
