import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand } from '../../worker/cli/commandLine.ts'
import { findChromium } from '../../worker/cli/findChromium.ts'
import { freePort } from '../../worker/cli/site/freePort.ts'
import { localCertificate } from '../../worker/cli/site/localCertificate.ts'
import { openBrowser, Person } from './person.ts'

const pictures = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))

const USAGE = `npm run pictures

Takes the pictures of docs/pictures from the running product, on a fresh database.`

/** The page as it stands, once what moves has come to rest. */
async function picture(person: Person, name: string): Promise<void> {
  await person.page.waitForTimeout(700)
  await person.page.screenshot({ path: `${pictures}${name}.png` })
  console.log(`docs/pictures/${name}.png`)
}

await runCommand({ usage: USAGE }, async () => {
  const chromium = await findChromium()
  if (!chromium) throw new Error('Pictures need a Chromium: install one, or name it in CHROMIUM.')
  mkdirSync(pictures, { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
  const { openSite } = await import('../../worker/cli/site/openSite.ts')
  const { site, samples } = await openSite({
    port: await freePort(3800),
    certificate: await localCertificate(`${folder}/certificate`, new Date()),
    state: `${folder}/state`,
    assets: `${folder}/site`,
    now: new Date(),
  })
  const browser = await openBrowser(chromium)
  try {
    const clerk = await Person.arrives(browser, site.origin, '01', 'jiaotong', { viewport: { width: 1280, height: 800 } })
    await clerk.check()
    await clerk.see('finding').filter({ hasText: 'F11' }).click()
    await picture(clerk, 'check')
    await clerk.press('tab-reading')
    await picture(clerk, 'reading')
    await clerk.press('submit')
    await clerk.see('preview').waitFor()
    await picture(clerk, 'confirm')
    await clerk.press('confirm-submit')
    await clerk.see('answers').waitFor()
    await picture(clerk, 'answer')
    await clerk.press('complete')
    await clerk.see('completion').or(clerk.see('unit-state')).waitFor()
    if (await clerk.see('complete-anyway').isVisible()) await clerk.press('complete-anyway')
    await clerk.see('unit-state').waitFor()

    const files = await Person.atPage(browser, site.origin, { viewport: { width: 1280, height: 800 } })
    await files.see('visit').waitFor()
    await files.openFile(`${folder}/site/preview/samples/${samples[0]?.file}`)
    await files.press('visit')
    await files.see('period').selectOption('2021-05')
    await files.check()
    await files.see('finding').filter({ hasText: 'F11' }).click()
    await picture(files, 'files')
    await files.leaves()

    const office = await Person.arrives(browser, site.origin, '04', 'coordinator', { viewport: { width: 1280, height: 800 } })
    await office.press('go-units')
    await office.see('units-counts').waitFor()
    await picture(office, 'units')
    await office.pane.locator('[data-testid="unit"][data-reporter="jiaotong"]').click()
    await office.press('act-receive')
    const row = office.pane.locator('[data-testid="unit-row"][data-key="7.1.a|411221|"]')
    await row.getByTestId('open-history').click()
    await row.getByTestId('return-row').click()
    await row.getByTestId('reason-text').fill('与上月通报的里程不一致，请核对。')
    await row.getByTestId('reason-send').click()
    await office.see('unit-reason').waitFor()
    await office.leaves()
    await clerk.press('go-sheet')
    await clerk.check()
    await clerk.see('returned-notice').getByTestId('row-cell').click()
    await picture(clerk, 'returned')
    await clerk.leaves()

    const coordinator = await Person.arrives(browser, site.origin, '04', 'coordinator', { viewport: { width: 1440, height: 900 } })
    await coordinator.press('pull')
    await coordinator.see('as-of').waitFor()
    await coordinator.goTo('F30')
    await picture(coordinator, 'consolidation')
    await coordinator.leaves()

    const administrator = await Person.arrives(browser, site.origin, '01', 'administrator', { viewport: { width: 1280, height: 800 } })
    await administrator.press('go-registers')
    await administrator.press('write-register')
    await administrator.see('done').waitFor()
    await administrator.type('N25', '320')
    await administrator.press('read-sheet')
    await administrator.see('register-read').waitFor()
    await administrator.goTo('N25')
    await picture(administrator, 'register')
    await administrator.leaves()
  } finally {
    await browser.close()
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return 0
})
