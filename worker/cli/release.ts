import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { openRegister } from '../../shared/register/openRegister.ts'
import { runCommand, WrongUse } from './commandLine.ts'
import { readRegister } from './report/readRegister.ts'
import { root } from './site/projectRoot.ts'

const USAGE = `npm run release -- https://HOST [--register FILE]

Builds the pane into dist/addin, and writes dist/manifest.xml: the manifest with every address at that host, checked by
the same rules. --register writes what anybody may read of a register (JSON: tasks, indicators, areas, units; no duties,
county targets or plans) beside them, by which the page for files checks sheets without an account; left out, nobody's
sheet is checked before signing in. From the environment: OFFICE_JS, where office.js comes from: own (the same site, when not set), global or
21vianet (Microsoft's addresses), or an https address that ends with /office.js.`

/** Runs a tool of the project, its words on ours. Throws where it fails. */
function run(script: string, ...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error(`${script} failed (${status})`)
}

const OPTIONS = { register: { type: 'string' } } as const

await runCommand({ usage: USAGE, options: OPTIONS, takesWords: true }, ({ words: [host = ''], values }) => {
  if (!URL.canParse(host) || new URL(host).protocol !== 'https:')
    throw new WrongUse('Where will the add-in be served? https://host.example')
  const { origin } = new URL(host)
  const register = values.register === undefined ? undefined : readRegister(values.register)
  if (typeof register === 'string') throw new WrongUse(register)
  run('node_modules/vite/bin/vite.js', 'build', '--config', 'addin/vite.config.ts', '--logLevel', 'warn')
  if (register !== undefined) writeFileSync(`${root}dist/addin/register.json`, JSON.stringify(openRegister(register)))
  mkdirSync(`${root}dist`, { recursive: true })
  const manifest = readFileSync(`${root}manifest.xml`, 'utf8').replace(/<!--.*?-->\n/s, '')
  writeFileSync(`${root}dist/manifest.xml`, manifest.replaceAll('https://localhost:3000', origin))
  run('worker/cli/checkManifest.ts', 'dist/manifest.xml')
  console.log(`dist/addin is to be served at ${origin}, dist/manifest.xml to be handed to the administrator of Microsoft 365.`)
  return 0
})
