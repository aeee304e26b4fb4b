import { setTheme } from '@fluentui/web-components/theme/set-theme.js'
import { darkTokens, lightTokens, sharedTokens } from './themeTokens.ts'

/** Light or dark, as Office's theme is; Windows' contrast themes need neither, the browser's forced colours win. */
export type Look = 'light' | 'dark'

/** Puts the Fluent tokens of a look on the document, with our fonts. */
export function showLook(look: Look): void {
  const fontFamilyBase = '"Segoe UI", "Microsoft YaHei UI", "PingFang SC", system-ui, sans-serif'
  setTheme({ ...sharedTokens, ...(look === 'dark' ? darkTokens : lightTokens), fontFamilyBase })
  document.documentElement.style.colorScheme = look
}
