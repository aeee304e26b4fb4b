import { writeFileSync } from 'node:fs'
import { openRegister } from '../../../shared/register/openRegister.ts'
import { register2021 } from '../../../shared/register/year2021/register2021.ts'
import { buildSite, type Sample, writeSamples } from './buildSite.ts'
import { callApi } from './callApi.ts'
import type { Certificate } from './localCertificate.ts'
import { DEMO_PERIOD, demoDaysBack, type InvitedAccount, seedCity } from './seedCity.ts'
import { type DemoFigures, sendDemoFigures } from './sendDemoFigures.ts'
import { type Site, type SiteOptions, serveSite } from './serveSite.ts'
import { migrate } from './wrangler.ts'

const DAY = 86_400_000

export interface OpenSite {
  readonly site: Site
  readonly accounts: readonly InvitedAccount[]
  readonly samples: readonly Sample[]
  readonly figures: DemoFigures
}

export interface SiteWish extends Pick<SiteOptions, 'onLine' | 'state' | 'assets'> {
  readonly port: number
  readonly certificate: Certificate
  readonly now: Date
  /** Puts the pages into `assets`; left out, pane and preview are built. */
  readonly writePages?: (assets: string) => Promise<void>
  /** Called as soon as the server runs, before the demo's figures are sent. */
  readonly onServing?: (site: Site) => void
}

/**
 * The whole add-in on this machine: pane and preview built, the local D1 migrated and seeded, API and site served over
 * https with the demo's clock, the document's figures sent. Throws, with nothing left running, where a step fails.
 */
export async function openSite(wish: SiteWish): Promise<OpenSite> {
  const { port, certificate, now, onLine, state, assets, onServing, writePages = buildSite } = wish
  const daysBack = demoDaysBack(now)
  const [accounts, samples] = await Promise.all([
    migrate(state).then(() => seedCity(state, new Date(now.getTime() - daysBack * DAY))),
    writePages(assets).then(() => writeSamples(assets)),
  ])
  writeFileSync(`${assets}/preview/session.json`, JSON.stringify({ period: DEMO_PERIOD, workbooks: samples, accounts }, null, 1))
  writeFileSync(`${assets}/register.json`, JSON.stringify(openRegister(register2021)))
  const site = await serveSite({
    port,
    assets,
    state,
    certificate,
    variables: { TRIAL_DAYS_BACK: String(daysBack) },
    ...(onLine ? { onLine } : {}),
  })
  onServing?.(site)
  try {
    return { site, accounts, samples, figures: await sendDemoFigures(callApi(site.origin, certificate.caPath), accounts) }
  } catch (error) {
    await site.stop()
    throw error
  }
}
