import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The project's own folder, with a slash at its end. */
export const root = fileURLToPath(new URL('../../../', import.meta.url))

export const wranglerScript = `${root}node_modules/wrangler/bin/wrangler.js`

/** Under which wrangler asks nothing, tells nobody and fetches nothing. */
export const wranglerEnvironment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  CI: '1',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  NO_UPDATE_NOTIFIER: '1',
})

/** Brings the local D1 kept under `state` to the newest migration. Throws with wrangler's own words where it cannot. */
export async function migrate(state: string): Promise<void> {
  const child = spawn(process.execPath, [wranglerScript, 'd1', 'migrations', 'apply', 'city', '--local', '--persist-to', state], {
    cwd: root,
    env: wranglerEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`the migrations could not be applied\n${said}`)
}
