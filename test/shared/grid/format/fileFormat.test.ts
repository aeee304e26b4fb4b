import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readCompoundFile } from '../../../../shared/grid/format/compoundFile.ts'
import { fileFormat } from '../../../../shared/grid/format/fileFormat.ts'
import { compoundOf } from './compound.ts'

const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))
const wide = (text: string, mark = false): Uint8Array =>
  Uint8Array.from([...(mark ? [0xff, 0xfe] : []), ...[...text].flatMap((char) => [char.charCodeAt(0) & 0xff, char.charCodeAt(0) >> 8])])
const record = (id: number, ...data: readonly number[]) => [id & 0xff, id >> 8, data.length & 0xff, data.length >> 8, ...data]
const BOF = record(0x809, ...Array.from({ length: 16 }, () => 6))

const stream = (name: string, ...bytes: readonly number[]) => ({ name, bytes: Uint8Array.from(bytes) })
const long = (name: string, ...bytes: readonly number[]) => ({ name, bytes: Uint8Array.from({ length: 9000 }, (_, i) => bytes[i] ?? 0x11) })

describe('what a file is, by its content', () => {
  it.each<[string, Uint8Array, ReturnType<typeof fileFormat>]>([
    ['no bytes', new Uint8Array(), 'empty'],
    ['zeros', new Uint8Array(900), 'empty'],
    ['blanks', latin('  \r\n\t\n'), 'empty'],
    ['a mark and nothing behind it', Uint8Array.of(0xef, 0xbb, 0xbf), 'empty'],
    ['a zip', latin('PK\x03\x04....'), 'zip'],
    ['PDF', latin('%PDF-1.7\n%\xe2\xe3'), 'pdf'],
    ['RTF', latin('{\\rtf1\\ansi'), 'document'],
    ['PNG', latin('\x89PNG\r\n\x1a\n'), 'picture'],
    ['JPEG', latin('\xff\xd8\xff\xe0'), 'picture'],
    ['WEBP', latin('RIFF\x24\0\0\0WEBPVP8 '), 'picture'],
    ['BMP', latin('BM\x36\x10\x0e\0\0\0\0\0\x36\0\0\0'), 'picture'],
    ['a text that begins as BMP does', strToU8('BMI,目标\r\n'), 'text'],
    ['HEIC', latin('\0\0\0\x20ftypheic'), 'picture'],
    ['RAR', latin('Rar!\x1a\x07'), 'archive'],
    ['BIFF 2 without a container', latin('\x09\0\x04\0\0\0\x10\0'), 'xls'],
    ['BIFF 5 without a container', latin('\x09\x08\x08\0\0\x05\x05\0'), 'xls'],
    ['enciphered by an office’s software', latin('%TSD-Header-###%\0\0\x01\x91'), 'encrypted'],
    ['a web page', latin('<html xmlns:x="urn:schemas-microsoft-com:office:excel">'), 'html'],
    ['a table alone', latin('\n<table border=1><tr><td>1'), 'html'],
    ['a web page of one file', latin('MIME-Version: 1.0\nContent-Type: multipart/related'), 'html'],
    ['a web page in UTF-16', wide('<html><body><table>', true), 'html'],
    ['Excel 2003’s XML', latin('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'), 'xml2003'],
    [
      'OpenDocument as one file',
      latin('<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'),
      'ods',
    ],
    [
      'the same of a letter',
      latin('<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.text">'),
      'document',
    ],
    ['text', strToU8('县（市、区）,年度目标\n'), 'text'],
    ['text in UTF-16 without a mark', wide('县（市、区）,年度目标,累计完成\r\n湖滨区,300,146\r\n'), 'text'],
    ['text in GBK', latin('\xcf\xd8,1\n'), 'text'],
    ['text that begins with <', latin('<100,1\n'), 'text'],
    ['bytes of nothing known', Uint8Array.of(1, 2, 3, 0, 4, 5), 'unknown'],
  ])('%s', (_, bytes, format) => expect(fileFormat(bytes)).toBe(format))
})

describe('what a compound file is', () => {
  const workbook = stream('Workbook', ...BOF, ...record(0x0a))
  it.each<[string, Uint8Array, ReturnType<typeof fileFormat>]>([
    ['a workbook', compoundOf([stream('\x05SummaryInformation'), workbook]), 'xls'],
    ['a workbook in sectors of its own', compoundOf([long('Workbook', ...BOF)]), 'xls'],
    ['a workbook of Excel 95', compoundOf([stream('Book', ...BOF)]), 'xls'],
    ['a workbook of a writer that shouts', compoundOf([stream('WORKBOOK', ...BOF)]), 'xls'],
    ['a workbook behind a password', compoundOf([stream('Workbook', ...BOF, ...record(0x2f, 1, 0))]), 'encrypted'],
    ['the same in sectors of its own', compoundOf([long('Workbook', ...BOF, ...record(0x42, 1, 2), ...record(0x2f, 1, 0))]), 'encrypted'],
    ['a file of Office behind a password', compoundOf([stream('EncryptionInfo', 1), long('EncryptedPackage', 1)]), 'encrypted'],
    ['a letter', compoundOf([long('WordDocument', 0xec, 0xa5), stream('1Table')]), 'document'],
    [
      'a letter with a workbook in it',
      compoundOf([long('WordDocument', 0xec), { name: 'ObjectPool', parts: [{ name: '_1', parts: [workbook] }] }]),
      'document',
    ],
    ['a workbook with a letter in it', compoundOf([workbook, { name: 'MBD0018', parts: [long('WordDocument', 0xec)] }]), 'xls'],
    ['slides', compoundOf([stream('PowerPoint Document', 1)]), 'slides'],
    ['something else', compoundOf([stream('__properties_version1.0', 1)]), 'compound'],
  ])('%s', (_, bytes, format) => expect(fileFormat(bytes)).toBe(format))

  it('ends where chains run in circles', () => {
    const bytes = compoundOf([long('Workbook', ...BOF)])
    // every sector's successor is the first one
    bytes.fill(0, 512, 1024)
    expect(['xls', 'compound']).toContain(fileFormat(bytes))
    for (let at = 0; at < 512; at += 4) {
      const broken = bytes.slice()
      broken.set([1, 0, 0, 0], at === 0 ? 76 : at)
      expect(() => fileFormat(broken)).not.toThrow()
    }
  })

  it('gives the beginning of a stream, wherever it lies', () => {
    const file = readCompoundFile(compoundOf([stream('a', 1, 2, 3), long('b', 4, 5, 6), stream('c', 7, 8)]))
    const head = (name: string) => {
      const entry = file?.entries.get(name)
      return entry && file ? [...file.head(entry, 3)] : undefined
    }
    expect([head('a'), head('b'), head('c')]).toEqual([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8],
    ])
  })
})
