import { strToU8, unzipSync, zipSync } from 'fflate'

/** One day for every entry, so that the same content is the same bytes. DOS times are local: made from local parts. */
const EPOCH = new Date(2000, 0, 1)

/** A zip archive of texts in the order given; the same texts give the same bytes, whenever and wherever. */
export function zipOf(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])), { mtime: EPOCH, level: 6 })
}

/** The same archive with one day for every entry. */
export function refixedZip(archive: Uint8Array): Uint8Array {
  return zipSync(unzipSync(archive), { mtime: EPOCH, level: 6 })
}
