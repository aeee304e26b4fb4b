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
    // A person and a house keep nothing in modules: what one file has loaded, the next need not load again.
    isolate: false,
    // After all others: one file at a time is another number of workers than theirs, and a browser wants the machine.
    sequence: { groupOrder: 1 },
    testTimeout: 120_000,
    expect: { poll: { timeout: 20_000, interval: 100 } },
    hookTimeout: 180_000,
  },
})
