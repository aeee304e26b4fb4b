import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { runCommand, WrongUse } from './commandLine.ts'
import { root } from './site/projectRoot.ts'

const USAGE = `npm run release -- https://HOST

Builds the pane into dist/addin, and writes dist/manifest.xml: the manifest with every address at that host, checked by
the same rules. From the environment: OFFICE_JS, where office.js comes from: own (the same site, when not set), global or
21vianet (Microsoft's addresses), or an https address that ends with /office.js.`

/** Runs a tool of the project, its words on ours. Throws where it fails. */
function run(script: string, ...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error(`${script} failed (${status})`)
}

await runCommand({ usage: USAGE, takesWords: true }, ({ words: [host = ''] }) => {
  if (!URL.canParse(host) || new URL(host).protocol !== 'https:')
    throw new WrongUse('Where will the add-in be served? https://host.example')
  const { origin } = new URL(host)
  run('node_modules/vite/bin/vite.js', 'build', '--config', 'addin/vite.config.ts', '--logLevel', 'warn')
  mkdirSync(`${root}dist`, { recursive: true })
  const manifest = readFileSync(`${root}manifest.xml`, 'utf8').replace(/<!--.*?-->\n/s, '')
  writeFileSync(`${root}dist/manifest.xml`, manifest.replaceAll('https://localhost:3000', origin))
  run('worker/cli/checkManifest.ts', 'dist/manifest.xml')
  console.log(`dist/addin is to be served at ${origin}, dist/manifest.xml to be handed to the administrator of Microsoft 365.`)
  return 0
})
