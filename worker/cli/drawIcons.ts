import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { runCommand } from './commandLine.ts'
import { CHROMIUM_FLAGS, findChromium } from './findChromium.ts'

const icons = fileURLToPath(new URL('../../addin/assets/icons/', import.meta.url))

/** Sizes that Office asks for, and the drawing each is made from: the small one has a pixel grid of its own. */
const SIZES: readonly (readonly [pixels: number, source: string])[] = [
  [16, 'iconSmall.svg'],
  [32, 'icon.svg'],
  [64, 'icon.svg'],
  [80, 'icon.svg'],
]

const USAGE = `npm run icons

Draws the icons of the manifest from their SVG sources (addin/assets/icons), after a change of a drawing.`

await runCommand({ usage: USAGE }, async () => {
  const executablePath = await findChromium()
  if (!executablePath) throw new Error('Drawing the icons needs a Chromium: install one, or name it in CHROMIUM.')
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] })
  for (const [pixels, source] of SIZES) {
    const page = await browser.newPage({ viewport: { width: pixels, height: pixels } })
    const svg = readFileSync(`${icons}${source}`, 'utf8').replace('<svg ', `<svg width="${pixels}" height="${pixels}" `)
    await page.setContent(`<body style="margin:0;line-height:0">${svg}</body>`)
    writeFileSync(`${icons}icon-${pixels}.png`, await page.screenshot({ omitBackground: true }))
  }
  await browser.close()
  return 0
})
