import { defineConfig } from 'vitest/config'

/** A user's act, end to end: the real site on loopback, Chromium, the genuine Office.js. One file at a time. */
const root = new URL('../..', import.meta.url).pathname

export default defineConfig({
  root,
  test: {
    name: 'scenario',
    environment: 'node',
    include: ['test/scenario/**/*.test.ts'],
    globalSetup: [`${root}test/scenario/openHouse.ts`],
    fileParallelism: false,
    testTimeout: 120_000,
    expect: { poll: { timeout: 20_000, interval: 100 } },
    hookTimeout: 180_000,
  },
})
