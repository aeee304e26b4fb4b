import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { localCertificate } from '../../../../worker/cli/site/localCertificate.ts'

const folder = mkdtempSync(join(tmpdir(), 'certificate-'))
const january = new Date('2026-01-10T00:00:00Z')
const read = (path: string) => new X509Certificate(readFileSync(path))

describe('localCertificate', () => {
  afterAll(() => rmSync(folder, { recursive: true }))

  it('vouches for localhost alone and is no authority', async () => {
    const certificate = read((await localCertificate(folder, january)).certPath)
    expect(certificate.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1')
    expect(certificate.ca).toBe(false)
  })

  it('keeps its key to its owner', async () => {
    const { keyPath } = await localCertificate(folder, january)
    expect(statSync(keyPath).mode & 0o077).toBe(0)
  })

  it('is kept from start to start, and made anew a week before it ends', async () => {
    const serial = async (now: string) => read((await localCertificate(folder, new Date(now))).certPath).serialNumber
    const first = await serial('2026-01-10T00:00:00Z')
    expect(await serial('2026-12-30T00:00:00Z')).toBe(first)
    expect(await serial('2027-01-04T00:00:00Z')).not.toBe(first)
  })
})
