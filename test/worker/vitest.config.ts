import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const root = new URL('../..', import.meta.url).pathname

/** Tests of the server inside workerd, each file with its own real D1. */
export default defineConfig({
  root,
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: `${root}wrangler.toml` },
      miniflare: {
        // Empty: a test migrates it as far as an older version did, and fills it.
        d1Databases: { OLDER_DB: 'older-city' },
        bindings: {
          TEST_MIGRATIONS: await readD1Migrations(`${root}worker/store/migrations`),
          MODEL_RUNS: Number(process.env.MODEL_RUNS ?? 500),
          WHOLE_MATRIX: process.env.WHOLE_MATRIX ?? '',
          FUZZ_RUNS: Number(process.env.FUZZ_RUNS ?? 1_000),
          EXPORT_RUNS: Number(process.env.EXPORT_RUNS ?? 4),
          EXPORT_SEED: Number(process.env.EXPORT_SEED ?? 20211130),
        },
      },
    })),
  ],
  test: {
    name: 'worker',
    maxWorkers: '100%',
    include: ['test/worker/index.test.ts', 'test/worker/{domain,faultMatrix,http,model,routes,store}/**/*.test.ts'],
    globalSetup: [`${root}test/worker/startProvider.ts`],
    setupFiles: [`${root}test/worker/setup.ts`],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
