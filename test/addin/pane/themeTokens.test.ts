import { readdirSync, readFileSync } from 'node:fs'
import { webDarkTheme, webLightTheme } from '@fluentui/tokens'
import { expect, test } from 'vitest'
import { darkTokens, lightTokens, sharedTokens } from '../../../addin/pane/themeTokens.ts'

const root = new URL('../../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const ours = { ...sharedTokens, ...lightTokens }

test('the tokens are Fluent’s own', () => {
  expect(webLightTheme).toMatchObject(ours)
  expect(webDarkTheme).toMatchObject({ ...sharedTokens, ...darkTokens })
})

test('every token that the pane or one of its components names is there', () => {
  const components = [...read('addin/pane/fluentElements.ts').matchAll(/web-components\/([\w-]+)\.js'/g)].map(([, name]) => name ?? '')
  const folder = (name: string) => `node_modules/@fluentui/web-components/dist/esm/${name}/`
  const sources = components.flatMap((name) =>
    readdirSync(new URL(folder(name), root))
      .filter((file) => file.endsWith('.styles.css'))
      .map((file) => read(folder(name) + file)),
  )
  const styles = readdirSync(new URL('addin/pane/', root), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .map((file) => read(`addin/pane/${file}`))
  const used = new Set([...styles, ...sources].flatMap((css) => [...css.matchAll(/var\(--(\w+)/g)].map(([, name]) => name ?? '')))
  const known = [...used].filter((name) => name in webLightTheme)
  expect(known.length).toBeGreaterThan(30)
  expect(known.filter((name) => name !== 'fontFamilyBase' && !(name in ours))).toEqual([])
})
