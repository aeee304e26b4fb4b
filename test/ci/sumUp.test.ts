import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const script = fileURLToPath(new URL('../../.ci/sumUp.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'sum-'))
const passing = { status: 'passed', name: 'a', assertionResults: [{ status: 'passed' }] }
const failing = { status: 'failed', name: 'b', assertionResults: [{ status: 'failed' }] }
const broken = { status: 'failed', name: 'c', message: 'no such module', assertionResults: [] }

describe('the closing line of .ci/run', () => {
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each([
    [
      'all passed',
      { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, testResults: [passing], success: true },
      0,
      '3 passed, 0 failed',
      0,
    ],
    [
      'one failed',
      { numPassedTests: 2, numFailedTests: 1, numPendingTests: 0, testResults: [failing], success: false },
      0,
      '2 passed, 1 failed',
      1,
    ],
    [
      'a file not loaded',
      { numPassedTests: 2, numFailedTests: 0, numPendingTests: 0, testResults: [broken], success: false },
      0,
      '2 passed, 1 failed',
      1,
    ],
    [
      'the check failed',
      { numPassedTests: 2, numFailedTests: 0, numPendingTests: 0, testResults: [passing], success: true },
      1,
      '2 passed, 1 failed',
      1,
    ],
    [
      'no success for no named reason',
      { numPassedTests: 2, numFailedTests: 0, numPendingTests: 0, testResults: [], success: false },
      0,
      '2 passed, 1 failed',
      1,
    ],
    [
      'nothing ran',
      { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [], success: true },
      0,
      '0 passed, 0 failed',
      1,
    ],
  ])('with %s', (_what, report, before, line, code) => {
    const file = join(folder, 'report.json')
    writeFileSync(file, JSON.stringify(report))
    const { stdout, status } = spawnSync(process.execPath, [script, file, String(before)], { encoding: 'utf8' })
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(line)
    expect(status).toBe(code)
  })
})
