import { strToU8, zipSync } from 'fflate'

/** A zip archive of texts in the order given; the same texts give the same bytes, whenever and wherever. */
export function zipOf(parts: Readonly<Record<string, string>>): Uint8Array {
  const bytes = Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]))
  return withFixedDay(zipSync(bytes, { level: 6 }))
}

/** 2000-01-01 00:00:00 as DOS keeps it: time in the low half, date in the high one. */
const FIXED_DAY = (((2000 - 1980) << 9) | (1 << 5) | 1) << 16
const END = 0x06054b50
const CENTRAL = 0x02014b50

/**
 * Sets the day of every entry, in place: in the central directory (APPNOTE 4.3.12) and in each local header (4.3.7), so
 * that the same content is the same bytes. For archives of our own making; throws on anything else.
 */
export function withFixedDay(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = archive.length - 22
  if (end < 0 || view.getUint32(end, true) !== END) throw new Error('not a zip archive of ours')
  let at = view.getUint32(end + 16, true)
  for (let entry = view.getUint16(end + 10, true); entry > 0; entry--) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Error('not a central directory')
    view.setUint32(at + 12, FIXED_DAY, true)
    view.setUint32(view.getUint32(at + 42, true) + 10, FIXED_DAY, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return archive
}
