import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { demoDocuments } from '../../../worker/cli/report/demoDocuments.ts'

const command = new URL('../../../worker/cli/look.ts', import.meta.url).pathname
const run = (args: readonly string[], env: Record<string, string>) =>
  promisify(execFile)(process.execPath, [command, ...args], { env: { ...process.env, ...env } }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  )

describe('npm run look', { timeout: 300_000 }, () => {
  it('says that LibreOffice is not there, by its exit code too, and writes nothing', async () => {
    const out = mkdtempSync(join(tmpdir(), 'look-'))
    const { code, stderr } = await run(['--out', out], { SOFFICE: join(out, 'no-such-program') })
    expect([code, readdirSync(out)]).toEqual([3, []])
    expect(stderr).toContain('not installed, so no document was looked at')
  })

  it('has a page or more of each document, where LibreOffice is', async () => {
    const out = mkdtempSync(join(tmpdir(), 'look-'))
    const { code, stdout } = await run(['--out', out, '--dpi', '20'], {})
    if (code === 3) return
    expect(code).toBe(0)
    for (const { name } of await demoDocuments()) {
      expect(stdout).toMatch(new RegExp(`${name}: [1-9]\\d* pages`))
      expect(readdirSync(out).filter((file) => file.startsWith(`${name}-`)).length).toBeGreaterThan(0)
    }
  })
})
