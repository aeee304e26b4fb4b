import { spawnSync } from 'node:child_process'
import { homedir } from 'node:os'
import { runCommand, WrongUse } from './commandLine.ts'
import { freePort } from './site/freePort.ts'
import { root } from './site/projectRoot.ts'
import { stopOnSignals } from './site/stopOnSignals.ts'

/** Not a dependency: it builds native code that few machines can build. npm fetches it when it is wanted. */
const SIDELOADER = 'office-addin-debugging@7.0.0'

/** Where manifest.xml says that the add-in is. */
const PORT = 3000

const USAGE = `npm run excel

The same site as npm start, at the address of manifest.xml, under a certificate that this machine trusts, and the add-in
sideloaded into the Excel that is installed here. Windows and Mac only.`

function sideload(verb: 'start' | 'stop', ...rest: readonly string[]): void {
  spawnSync('npm', ['exec', '--yes', SIDELOADER, '--', verb, 'manifest.xml', ...rest], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
}

await runCommand({ usage: USAGE }, async () => {
  if (process.platform !== 'win32' && process.platform !== 'darwin') {
    throw new WrongUse(
      'There is no desktop Excel on this system: "npm start" tries the add-in in the browser; for Excel on the web see README, "In a real Excel".',
    )
  }
  if ((await freePort(PORT)) !== PORT) {
    throw new Error(`Port ${PORT} is taken: manifest.xml names it, so that program has to end first.`)
  }
  // Loaded when it is wanted: building and serving bring half of node_modules with them, which --help does without.
  const [{ default: certificates }, { openSite }] = await Promise.all([import('office-addin-dev-certs'), import('./site/openSite.ts')])
  await certificates.ensureCertificatesAreInstalled()
  const folder = `${homedir()}/.office-addin-dev-certs`
  const { site, accounts } = await openSite({
    port: PORT,
    certificate: { keyPath: `${folder}/localhost.key`, certPath: `${folder}/localhost.crt`, caPath: `${folder}/ca.crt` },
    assets: `${root}dist/local`,
    state: `${root}.local/state`,
    onLine: (line) => console.error(line),
    now: new Date(),
    onServing: stopOnSignals,
  })
  for (const { code, role, name } of accounts) console.log(`  ${code}  ${role.padEnd(13)}  ${name}`)
  sideload('start', 'desktop', '--app', 'excel', '--no-debug')
  const code = await site.ended
  sideload('stop')
  process.exit(code)
})
