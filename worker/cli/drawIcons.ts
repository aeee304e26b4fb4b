import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { runCommand } from './commandLine.ts'
import { CHROMIUM_FLAGS, findChromium } from './findChromium.ts'

const icons = fileURLToPath(new URL('../../addin/assets/icons/', import.meta.url))

/** Sizes that Office asks for of the add-in and of a button; up to the small one a drawing has a pixel grid of its own. */
const SMALL = 16
const OF_ADDIN = [16, 32, 64, 80]
const OF_BUTTON = [16, 32, 80]
const DRAWINGS: readonly (readonly [name: string, sizes: readonly number[]])[] = [
  ['icon', OF_ADDIN],
  ['check', OF_BUTTON],
  ['send', OF_BUTTON],
  ['consolidate', OF_BUTTON],
]

const USAGE = `npm run icons

Draws the icons of the manifest from their SVG sources (addin/assets/icons), after a change of a drawing.`

await runCommand({ usage: USAGE }, async () => {
  const executablePath = await findChromium()
  if (!executablePath) throw new Error('Drawing the icons needs a Chromium: install one, or name it in CHROMIUM.')
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] })
  const files = DRAWINGS.flatMap(([name, sizes]) => sizes.map((pixels) => ({ name, pixels })))
  for (const { name, pixels } of files) {
    const source = pixels <= SMALL ? `${name}Small.svg` : `${name}.svg`
    const page = await browser.newPage({ viewport: { width: pixels, height: pixels } })
    const svg = readFileSync(`${icons}${source}`, 'utf8').replace('<svg ', `<svg width="${pixels}" height="${pixels}" `)
    await page.setContent(`<body style="margin:0;line-height:0">${svg}</body>`)
    writeFileSync(`${icons}${name}-${pixels}.png`, await page.screenshot({ omitBackground: true }))
  }
  await browser.close()
  return 0
})
