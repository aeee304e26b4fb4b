import type { AppEnv } from './http/context.ts'
import { createApp } from './http/createApp.ts'

const app = createApp({
  now: () => new Date(),
  newId: () => crypto.randomUUID(),
  log: (line) => console.log(JSON.stringify(line)),
  address: (request) => request.headers.get('cf-connecting-ip') ?? 'local',
})

export default {
  fetch: (request, env, context) => app.fetch(request, env, context),
} satisfies ExportedHandler<AppEnv['Bindings']>
