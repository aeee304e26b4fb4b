import { FIRST_UNIT } from './site/demoAccounts.ts'
import { freePort } from './site/freePort.ts'
import { localCertificate } from './site/localCertificate.ts'
import { type OpenSite, openSite } from './site/openSite.ts'
import { DEMO_DAY } from './site/seedCity.ts'
import { stopOnSignals } from './site/stopOnSignals.ts'
import { root } from './site/wrangler.ts'

/** `npm start`: the whole add-in on this machine, seeded, over https; prints the one address to open. PORT names another port. */
const began = Date.now()
const wanted = Number(process.env.PORT ?? 3000)
const now = new Date()

const opened = await openSite({
  port: await freePort(wanted),
  certificate: await localCertificate(`${root}.local/certificate`, now),
  assets: `${root}dist/local`,
  state: `${root}.local/state`,
  onLine: (line) => console.error(line),
  now,
  onServing: stopOnSignals,
})
console.log(announcement(opened).join('\n'))
process.exit(await opened.site.ended)

function announcement({ site, accounts, samples, figures }: OpenSite): readonly string[] {
  const sent = figures.reporters ? `${figures.applied} rows of ${figures.reporters} reporters sent` : 'there already'
  const moved = site.origin.endsWith(`:${wanted}`)
    ? []
    : [`Port ${wanted} is taken by another program: ${site.origin} is used instead.`, '']
  return [
    '',
    `Ready in ${((Date.now() - began) / 1000).toFixed(1)} s. Open this address (its certificate was made on this machine: accept it once):`,
    '',
    `  ${site.origin}/preview/index.html?workbook=${samples[0]?.id}&as=${FIRST_UNIT}`,
    '',
    ...moved,
    `Demo figures of 2021-05: ${sent}${figures.rejected.length ? `, ${figures.rejected.length} refused` : ''}.`,
    `The demo's clock stands at ${DEMO_DAY}, two days before its deadline.`,
    'One-time codes of this start:',
    ...accounts.map(({ code, role, name }) => `  ${code}  ${role.padEnd(13)}  ${name}`),
    '',
    'Ctrl+C stops it.',
  ]
}
