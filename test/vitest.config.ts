import { defineConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname

/**
 * As many files at once as there are cores: the default keeps one for an editor, which on two cores means one file after
 * the other. Scenarios share a browser and a house, and stay one file at a time.
 */
const EVERY_CORE = { maxWorkers: '100%' } as const

/** Pure code, where one file cannot disturb another: workers are kept, and nothing is loaded twice. */
const pure = { root, environment: 'node', pool: 'threads', isolate: false, ...EVERY_CORE } as const

/** A test that starts a process though what it tests is pure, and a property tried on thousands of random cases. */
const [PROCESS, PROPERTY] = ['test/**/*.process.test.ts', 'test/**/*.property.test.ts']

/** Far beyond what any test takes on a quiet machine (two seconds in `unit`): a busy one is no reason to fail. */
const PATIENCE = { testTimeout: 120_000, hookTimeout: 120_000 }

/**
 * `unit` starts no process, opens no port and is done in seconds; `properties` is the same for thousands of random cases;
 * what starts processes (the command line, the host on Node, a provider of sign-in) is in `tools`.
 */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        test: {
          ...pure,
          ...PATIENCE,
          name: 'unit',
          include: ['test/{shared,addin}/**/*.test.{ts,tsx}', 'test/worker/document/**/*.test.ts'],
          exclude: [PROCESS, PROPERTY],
        },
      },
      { test: { ...pure, ...PATIENCE, name: 'properties', include: [PROPERTY] } },
      {
        test: {
          ...PATIENCE,
          ...EVERY_CORE,
          root,
          name: 'tools',
          environment: 'node',
          include: [PROCESS, 'test/ci/**/*.test.ts', 'test/worker/{cli,node,oidc,seeded}/**/*.test.ts'],
        },
      },
      'test/worker/vitest.config.ts',
      'test/worker/node/vitest.config.ts',
      'test/scenario/vitest.config.ts',
    ],
  },
})
