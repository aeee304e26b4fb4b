import { writeFileSync } from 'node:fs'
import { buildSite, LOCAL_SITE, writeSamples } from './site/buildSite.ts'
import { callApi } from './site/callApi.ts'
import { FIRST_UNIT } from './site/demoAccounts.ts'
import { freePort } from './site/freePort.ts'
import { localCertificate } from './site/localCertificate.ts'
import { DEMO_PERIOD, type InvitedAccount, seedCity } from './site/seedCity.ts'
import { sendDemoFigures } from './site/sendDemoFigures.ts'
import { serveSite } from './site/serveSite.ts'
import { migrate, root } from './site/wrangler.ts'

/**
 * `npm start`: the whole add-in on this machine. Builds pane and preview, migrates and seeds the local D1, serves API
 * and site over https, sends the document's figures, and prints the one address to open. Ends with Ctrl+C.
 */
const began = Date.now()
const state = `${root}.local/state`
const wanted = Number(process.env.PORT ?? 3000)

const [port, certificate, accounts, samples] = await Promise.all([
  freePort(wanted),
  localCertificate(`${root}.local/certificate`, new Date()),
  migrate(state).then(() => seedCity(state, new Date())),
  buildSite().then(writeSamples),
])
writeFileSync(`${LOCAL_SITE}/preview/session.json`, JSON.stringify({ period: DEMO_PERIOD, workbooks: samples, accounts }, null, 1))

const site = await serveSite({ port, assets: LOCAL_SITE, state, certificate, log: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void site.stop())
stopWithParent()

const figures = await sendDemoFigures(callApi(site.origin, certificate.certPath), accounts)
announce()
process.exitCode = (await site.ended) ? 1 : 0
process.exit()

/** npm may die without telling: then the server goes too, instead of holding the port. */
function stopWithParent(): void {
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && void site.stop(), 1_000).unref()
}

function announce(): void {
  const first = samples[0]?.id ?? '01'
  const lines = [
    '',
    `Ready in ${((Date.now() - began) / 1000).toFixed(1)} s. Open this address (the certificate was made on this machine: accept it once):`,
    '',
    `  ${site.origin}/preview/index.html?workbook=${first}&as=${FIRST_UNIT}`,
    '',
    ...(port === wanted ? [] : [`Port ${wanted} is taken by another program: ${port} is used instead.`, '']),
    `Demo figures: ${figures.reporters ? `${figures.applied} rows of ${figures.reporters} reporters sent` : 'there already'}${figures.rejected.length ? `, ${figures.rejected.length} refused` : ''}.`,
    'One-time codes of this start:',
    ...accounts.map(line),
    '',
    'Ctrl+C stops it.',
  ]
  console.log(lines.join('\n'))
}

function line({ code, role, name }: InvitedAccount): string {
  return `  ${code}  ${role.padEnd(13)}  ${name}`
}
