import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const root = new URL('../..', import.meta.url).pathname

/** Tests of the server inside workerd, each file with its own real D1. */
export default defineConfig({
  root,
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: `${root}wrangler.toml` },
      miniflare: { bindings: { TEST_MIGRATIONS: await readD1Migrations(`${root}worker/store/migrations`) } },
    })),
  ],
  test: { name: 'worker', include: ['test/worker/**/*.test.ts'], setupFiles: [`${root}test/worker/setup.ts`] },
})
