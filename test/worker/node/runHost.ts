import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))

export interface HostProcess {
  readonly child: ChildProcess
  /** What its log said it serves. */
  readonly origin: string
  readonly lines: readonly Record<string, unknown>[]
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>
  /** Waits for a line of its log. */
  line(event: string): Promise<Record<string, unknown>>
}

/** Runs a command of worker/cli; answers its exit code and what it said. */
export function runTool(
  tool: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [`worker/cli/${tool}.ts`, ...args], { cwd: root, env: { ...process.env, ...env } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })))
}

/** `npm run host` as a process of its own, when it listens. Throws with its words where it ends instead. */
export async function runHost(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<HostProcess> {
  const child = spawn(process.execPath, ['worker/cli/host.ts', '--port', '0', ...args], { cwd: root, env: { ...process.env, ...env } })
  const lines: Record<string, unknown>[] = []
  const waiting: (() => void)[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(JSON.parse(line) as Record<string, unknown>)
    for (const look of waiting) look()
  })
  let said = ''
  child.stderr.on('data', (chunk) => (said += chunk))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const line = (event: string) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      const look = () => {
        const found = lines.find((each) => each.event === event)
        if (found) resolve(found)
      }
      waiting.push(look)
      look()
      void ended.then((code) => reject(new Error(`it ended with ${code} before it said ${event}: ${said}`)))
    })
  return { child, lines, ended, line, origin: String((await line('listening')).origin) }
}
