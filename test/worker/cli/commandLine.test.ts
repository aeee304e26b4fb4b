import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: Readonly<Record<string, string>> }

/** The commands of package.json that are scripts of ours, by name: "node worker/cli/start.ts". */
const commands = Object.entries(scripts).flatMap(([name, line]) => {
  const file = /^node (\S+)$/.exec(line)?.[1]
  return file === undefined ? [] : [[name, file] as const]
})

/** Some at a time: each starts a Node that loads what the command needs. */
const run = async (file: string, ...args: readonly string[]) => {
  const child = spawn(process.execPath, [file, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await ended, stdout, stderr }
}

describe('npm run', () => {
  it('has its commands here', () => {
    expect(commands.map(([name]) => name)).toEqual(expect.arrayContaining(['start', 'inspect', 'bench', 'arrows', 'pictures', 'count']))
  })

  it.concurrent.each(commands)('%s --help prints how it is used, and does nothing', async (name, file) => {
    const { code, stdout, stderr } = await run(file, '--help')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(new RegExp(`^npm (run (-s )?)?${name}\\b`))
  })

  it('takes -h for --help, and for nothing else what stands beside it', async () => {
    const { code, stdout } = await run('.ci/count/count.ts', '--no-such-option', '-h')
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^npm run -s count/)])
  })

  it.concurrent.each(commands)('%s says on the side how it is used where it is used wrongly', async (_, file) => {
    const { code, stdout, stderr } = await run(file, '--no-such-option')
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('--no-such-option')
    expect(stderr).toMatch(/^npm /m)
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})
