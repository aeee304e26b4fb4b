import { env } from 'cloudflare:workers'
import { createApp } from './createApp.ts'
import { cityToday } from './http/cityToday.ts'
import type { AppEnv, Host } from './http/context.ts'
import { runSchedule } from './store/runSchedule.ts'

/** How far the clock is set back, where `npm start` shows a past year's figures as of then; never set for a city. */
const { TRIAL_DAYS_BACK }: { readonly TRIAL_DAYS_BACK?: string } = env
const SET_BACK_MS = Number(TRIAL_DAYS_BACK ?? 0) * 86_400_000

const host: Host = {
  now: () => new Date(Date.now() - SET_BACK_MS),
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
