import { defineConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname

/** `unit` starts no process and opens no port; what does (the command line, the host on Node, a provider of sign-in) is in `tools`. */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/{shared,addin}/**/*.test.{ts,tsx}', 'test/worker/document/**/*.test.ts'],
          // The longest takes two seconds on a quiet machine; a busy one is no reason to fail.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'tools',
          environment: 'node',
          include: ['test/ci/**/*.test.ts', 'test/worker/{cli,node,oidc,seeded}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      'test/worker/vitest.config.ts',
      'test/worker/node/vitest.config.ts',
      'test/scenario/vitest.config.ts',
    ],
  },
})
