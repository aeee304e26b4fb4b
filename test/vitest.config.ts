import { defineConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/{shared,addin,cli,docs,node,oidc}/**/*.test.{ts,tsx}'],
        },
      },
      'test/worker/vitest.config.ts',
      'test/node/vitest.config.ts',
      'test/scenario/vitest.config.ts',
    ],
  },
})
