/** Text of XML as it is meant: entities replaced (an unknown one stays as it is written), line ends made one. */
export function xmlText(written: string): string {
  const text = written.includes('\r') ? written.replace(/\r\n?/g, '\n') : written
  return text.includes('&') ? text.replace(ENTITY, (whole: string, name: string) => meaningOf(name) ?? whole) : text
}

const ENTITY = /&(#?[0-9A-Za-z]{1,10});/g

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function meaningOf(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED[name]
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}
