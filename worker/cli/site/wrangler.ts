import { spawn } from 'node:child_process'
import { root } from './projectRoot.ts'

export const wranglerScript = `${root}node_modules/wrangler/bin/wrangler.js`

/** The environment in which wrangler asks nothing, reports nothing to anybody and fetches nothing. */
export const wranglerEnvironment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  CI: '1',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  NO_UPDATE_NOTIFIER: '1',
})

/** Brings the local D1 that is stored under `state` to the newest migration. Throws with wrangler's own words where it cannot. */
export async function migrate(state: string): Promise<void> {
  const child = spawn(process.execPath, [wranglerScript, 'd1', 'migrations', 'apply', 'city', '--local', '--persist-to', state], {
    cwd: root,
    env: wranglerEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`the migrations could not be applied\n${output}`)
}
