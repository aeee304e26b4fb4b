import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * `npm run release -- https://HOST`: builds the pane into dist/addin and writes dist/manifest.xml, the manifest with every
 * address at that host, checked by the same rules.
 */
const root = fileURLToPath(new URL('../../', import.meta.url))
const wanted = process.argv[2] ?? ''
if (!URL.canParse(wanted) || new URL(wanted).protocol !== 'https:') {
  console.error('say where the add-in will be served: npm run release -- https://host.example')
  process.exit(2)
}
const { origin } = new URL(wanted)
run('node_modules/vite/bin/vite.js', 'build', '--config', 'addin/vite.config.ts', '--logLevel', 'warn')
mkdirSync(`${root}dist`, { recursive: true })
const manifest = readFileSync(`${root}manifest.xml`, 'utf8').replace(/<!--.*?-->\n/s, '')
writeFileSync(`${root}dist/manifest.xml`, manifest.replaceAll('https://localhost:3000', origin))
run('worker/cli/checkManifest.ts', 'dist/manifest.xml')
console.log(`dist/addin is to be served at ${origin}, dist/manifest.xml to be handed to the administrator of Microsoft 365.`)

/** Runs a tool of the project; ends with its exit code where it fails. */
function run(script: string, ...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
