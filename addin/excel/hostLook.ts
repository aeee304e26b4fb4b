/** How Office looks, and in which language; Excel on the web gives no theme and then counts as light. */
export interface HostLook {
  /** A language tag such as "zh-CN". */
  readonly language: string
  readonly dark: boolean
}

/** Reads it once: a change of theme reaches the pane only when it is opened again. */
export function hostLook(): HostLook {
  const context = typeof Office === 'undefined' ? undefined : Office.context
  const theme = context?.officeTheme
  return { language: context?.displayLanguage ?? 'zh-CN', dark: isDark(theme?.bodyBackgroundColor) }
}

/** Whether a colour ("#RRGGBB") is nearer to black than to white, as the eye weighs it. */
export function isDark(colour: string | undefined): boolean {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour ?? '')
  if (!match) return false
  const [red = 255, green = 255, blue = 255] = match.slice(1).map((part) => Number.parseInt(part, 16))
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128
}
