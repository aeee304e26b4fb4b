import { defineConfig } from 'vitest/config'

const root = new URL('../../..', import.meta.url).pathname

/** The worker's own tests once more, in Node over SQLite: the store behaves as on D1. What speaks of workerd itself is left out. */
export default defineConfig({
  root,
  resolve: { alias: { 'cloudflare:test': `${root}test/worker/node/cloudflareTest.ts` } },
  test: {
    name: 'host',
    maxWorkers: '100%',
    environment: 'node',
    include: ['test/worker/{domain,http,model,routes,store}/**/*.test.ts'],
    exclude: ['test/worker/routes/oidc.test.ts', 'test/worker/http/rateLimit.test.ts', 'test/worker/http/rowsRead.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
