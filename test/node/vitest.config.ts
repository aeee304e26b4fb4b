import { defineConfig } from 'vitest/config'

const root = new URL('../..', import.meta.url).pathname

/** The worker's own tests once more, in Node over SQLite: the store behaves as on D1. What speaks of workerd itself is left out. */
export default defineConfig({
  root,
  resolve: { alias: { 'cloudflare:test': `${root}test/node/cloudflareTest.ts` } },
  test: {
    name: 'host',
    environment: 'node',
    include: ['test/worker/**/*.test.ts'],
    exclude: ['test/worker/{index,oidc,rateLimit}.test.ts', 'test/worker/faultMatrix/**'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
