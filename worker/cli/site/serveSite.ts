import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import type { Certificate } from './localCertificate.ts'
import { root } from './projectRoot.ts'
import { wranglerEnvironment, wranglerScript } from './wrangler.ts'

export interface SiteOptions {
  readonly port: number
  /** The folder of files that are served next to the worker. */
  readonly assets: string
  /** Where the local D1 lives. */
  readonly state: string
  readonly certificate: Certificate
  /** Hears the server's own lines, except those about browsers that do not trust the certificate yet. */
  readonly onLine?: (line: string) => void
  /** Variables that the worker gets in addition to those of wrangler.toml. */
  readonly variables?: Readonly<Record<string, string>>
  /** Another entry than the product's own (benchmarks). */
  readonly main?: string
}

export interface Site {
  readonly origin: string
  /** Ends when the server ends, with its exit code; stopped by `stop`, with 0. */
  readonly ended: Promise<number>
  stop(): Promise<void>
}

/** What workerd says whenever a browser asks its person about the certificate. */
const UNTRUSTED = /TLS handshake failed/

/**
 * Starts `wrangler dev` over https on the loopback in a process group of its own, and waits until the API answers.
 * Throws with wrangler's own words where it does not within a minute.
 */
export async function serveSite({ port, assets, state, certificate, onLine, main, variables = {} }: SiteOptions): Promise<Site> {
  const args = [
    wranglerScript,
    'dev',
    ...(main ? [main] : []),
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--inspector-port',
    '0',
    '--persist-to',
    state,
    '--assets',
    assets,
    ...Object.entries(variables).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
  ]
  const secure = ['--local-protocol', 'https', '--https-key-path', certificate.keyPath, '--https-cert-path', certificate.certPath]
  const child = spawn(process.execPath, [...args, ...secure, '--show-interactive-dev-session=false', '--log-level', 'warn'], {
    cwd: root,
    env: wranglerEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      output = `${output}${line}\n`.slice(-4_000)
      if (line.trim() !== '' && !UNTRUSTED.test(line)) onLine?.(line)
    })
  }
  // A command that dies of an error of its own must not leave a server behind that holds the port.
  const orphaned = () => signalGroup(child, 'SIGKILL')
  process.once('exit', orphaned)
  let stopping = false
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(stopping ? 0 : (code ?? 1))))
  let over = false
  void ended.then(() => {
    over = true
    process.off('exit', orphaned)
  })
  const stop = async () => {
    stopping = true
    signalGroup(child, 'SIGTERM')
    const late = setTimeout(() => signalGroup(child, 'SIGKILL'), 5_000)
    await ended
    clearTimeout(late)
    signalGroup(child, 'SIGKILL')
  }
  const ca = readFileSync(certificate.caPath)
  for (const deadline = Date.now() + 60_000; !(await answers(port, ca)); await wait(100)) {
    if (over || Date.now() > deadline) {
      await stop()
      throw new Error(`the local server did not start\n${output}`)
    }
  }
  return { origin: `https://localhost:${port}`, ended, stop }
}

/** Signals the whole group: wrangler's own child, workerd, outlives it otherwise. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // The group is gone already: that is what was asked for.
  }
}

const answers = (port: number, ca: Buffer) =>
  new Promise<boolean>((resolve) => {
    const asked = request({ host: '127.0.0.1', servername: 'localhost', port, path: '/healthz', ca, timeout: 2_000 }, (answer) => {
      answer.resume()
      resolve(answer.statusCode === 200)
    })
    asked.on('error', () => resolve(false))
    asked.on('timeout', () => asked.destroy())
    asked.end()
  })
