import { X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { generate } from 'selfsigned'

export interface Certificate {
  readonly keyPath: string
  readonly certPath: string
  /** Who vouches for it: itself, or an authority that this machine trusts. */
  readonly caPath: string
}

const YEAR = 365
const WEEK = 7
const DAY = 86_400_000

/**
 * A certificate for localhost that was made on this machine, for this machine, stored in `folder` and made again a week
 * before it ends. It is no authority: it can vouch for nothing but localhost, and its key never leaves the folder.
 */
export async function localCertificate(folder: string, now: Date): Promise<Certificate> {
  const certificate = { keyPath: `${folder}/localhost.key`, certPath: `${folder}/localhost.crt`, caPath: `${folder}/localhost.crt` }
  if (isGood(certificate, now)) return certificate
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: now,
    notAfterDate: new Date(now.getTime() + YEAR * DAY),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(certificate.keyPath, key, { mode: 0o600 })
  writeFileSync(certificate.certPath, cert)
  return certificate
}

function isGood({ keyPath, certPath }: Certificate, now: Date): boolean {
  if (!existsSync(keyPath) || !existsSync(certPath)) return false
  const { validFromDate, validToDate } = new X509Certificate(readFileSync(certPath))
  return validFromDate <= now && validToDate.getTime() - now.getTime() > WEEK * DAY
}
