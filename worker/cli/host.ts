import { existsSync, readFileSync } from 'node:fs'
import { startHost } from '../node/startHost.ts'
import { publicOrigin } from '../oidc/settings.ts'
import { type Asked, runCommand, WrongUse } from './commandLine.ts'
import { root } from './site/projectRoot.ts'

const USAGE = `npm run host -- [--database .local/host/city.sqlite] [--assets dist/addin] [--address 127.0.0.1] [--port 8443]
                (--certificate FILE --key FILE | --behind-proxy)

Serves API and pane from this machine, with the database in a file of SQLite; the migrations run at the start.
--certificate, --key  PEM files: HTTPS. They are read again on SIGHUP.
--behind-proxy        HTTP on a loopback address, for a reverse proxy that speaks HTTPS and sets Host,
                      X-Forwarded-For and X-Forwarded-Proto.
Neither               HTTP on a loopback address, to try it.
From the environment: PUBLIC_ORIGIN, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_CLAIM.
SIGTERM ends it: what is under way is answered first.
One host serves a database at a time: another one on the same file does not start.
Exit 0: stopped; 1: could not start; 2: asked wrongly.`

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

const OPTIONS = {
  database: { type: 'string', default: `${root}.local/host/city.sqlite` },
  assets: { type: 'string', default: `${root}dist/addin` },
  address: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string', default: '8443' },
  certificate: { type: 'string' },
  key: { type: 'string' },
  'behind-proxy': { type: 'boolean', default: false },
} as const

interface CertificateFiles {
  readonly cert: string
  readonly key: string
}
const readPair = ({ cert, key }: CertificateFiles) => ({ cert: readFileSync(cert), key: readFileSync(key) })

/** What the command line and the environment ask for. Throws `WrongUse` where that cannot be. */
function readWish({
  database,
  assets,
  address,
  certificate: cert,
  key,
  port: asked,
  'behind-proxy': behindProxy,
}: Asked<typeof OPTIONS>['values']) {
  const port = Number(asked)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new WrongUse(`--port ${asked} is not a port.`)
  if ((cert === undefined) !== (key === undefined)) throw new WrongUse('--certificate and --key go together.')
  if (behindProxy && cert !== undefined) throw new WrongUse('--behind-proxy speaks HTTP: the proxy has the certificate.')
  if (cert === undefined && !LOOPBACK.includes(address))
    throw new WrongUse(`Without a certificate the host stays on a loopback address, not ${address}.`)
  if (!existsSync(`${assets}/taskpane.html`)) throw new WrongUse(`${assets} holds no pane: npm run release -- https://HOST builds it.`)
  const certificate: CertificateFiles | undefined = cert !== undefined && key !== undefined ? { cert, key } : undefined
  return { database, assets, address, port, behindProxy, settings: settingsOf(process.env), certificate }
}

/** The settings that the environment names; an empty variable counts as none. */
function settingsOf(environment: NodeJS.ProcessEnv) {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_CLAIM, PUBLIC_ORIGIN } = environment
  try {
    publicOrigin(PUBLIC_ORIGIN)
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
  const named = { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_CLAIM, PUBLIC_ORIGIN }
  return Object.fromEntries(Object.entries(named).filter((one): one is [string, string] => Boolean(one[1])))
}

await runCommand({ usage: USAGE, options: OPTIONS }, async ({ values }) => {
  const began = Date.now()
  const { certificate, ...wish } = readWish(values)
  // Whoever read the log may go: that ends no city's server.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  // The database, its journal and its backups are nobody's but the account's that the host runs under.
  process.umask(0o077)
  const log = (line: Readonly<Record<string, string | number | null>>) =>
    console.log(JSON.stringify({ at: new Date().toISOString(), ...line }))
  const host = await startHost({ ...wish, log, ...(certificate ? { certificate: () => readPair(certificate) } : {}) })
  const origin = `${certificate ? 'https' : 'http'}://${wish.address.includes(':') ? `[${wish.address}]` : wish.address}:${host.port}`
  log({ event: 'listening', origin, migrated: host.migrated.join(' ') || null, ms: Date.now() - began })

  process.on('SIGHUP', () => {
    try {
      host.renewCertificate()
      log({ event: 'certificateRenewed' })
    } catch (error) {
      log({ event: 'certificateRefused', error: String(error).slice(0, 300) })
    }
  })
  const signal = await new Promise<string>((asked) => {
    for (const each of ['SIGTERM', 'SIGINT'] as const) process.once(each, () => asked(each))
  })
  log({ event: 'stopping', signal })
  await host.stop()
  log({ event: 'stopped' })
  return 0
})
