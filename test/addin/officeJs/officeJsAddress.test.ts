import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isOfficeJsPart, officeJsAddress } from '../../../addin/officeJs/officeJsAddress.ts'

const dist = dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/dist/office.js'))
const parts = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(isOfficeJsPart)

describe('where office.js comes from', () => {
  it.each([
    [undefined, '/office-js/1.1.110/office.js'],
    ['', '/office-js/1.1.110/office.js'],
    ['own', '/office-js/1.1.110/office.js'],
    ['global', 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js'],
    ['21vianet', 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js'],
    ['https://files.city.example/o/office.js', 'https://files.city.example/o/office.js'],
  ])('is for OFFICE_JS=%s %s', (setting, address) => {
    expect(officeJsAddress(setting, '1.1.110')).toBe(address)
  })

  it.each([
    'Global',
    'http://files.city.example/office.js',
    'https://files.city.example/',
    'office.js',
    'toString',
    'https://x/office.debug.js',
  ])('is not %s', (setting) => {
    expect(() => officeJsAddress(setting, '1.1.110')).toThrow(/OFFICE_JS/)
  })
})

describe('what of its package is served', () => {
  it('is what Excel loads on Windows, Mac, iOS, Android and in the browser, with the words of both languages', () => {
    for (const host of ['win32-16.01', 'win32-16.00', 'mac-16.00', 'ios-16.00', 'android-16.00', 'winrt-16.00', 'web-16.00'])
      expect(parts).toContain(`excel-${host}.js`)
    for (const language of ['zh-cn', 'zh-tw', 'en-us']) expect(parts).toContain(`${language}/office_strings.js`)
    expect(parts).toContain('agaveerrorux/index.html')
  })

  it('is every file that office.js names', () => {
    const named = readFileSync(`${dist}/office.js`, 'utf8').match(/"[a-z0-9_/.-]*[a-z0-9_]\.js"/g) ?? []
    const names = named.map((name) => name.slice(1, -1))
    expect(names).toContain('telemetry/oteljs_agave.js')
    const missing = names.filter((name) => !parts.some((part) => part === name || part.endsWith(`/${name}`)))
    // the form for debugging, which it looks for in the page under that name
    expect(new Set(missing)).toEqual(new Set(['office.debug.js']))
  })

  it('is nothing for debugging, for other applications, or for editors', () => {
    for (const part of parts) expect(part).not.toMatch(/debug|^(?:word|outlook|powerpoint|onenote|project|access)|\.d\.ts|vsdoc/)
  })
})
