import type JSZip from 'jszip'

/** Parts of a file that opening and saving here loses, by where they are in the file. */
const PARTS: readonly (readonly [name: string, path: RegExp])[] = [
  ['图表', /^xl\/charts\/chart[^/]*\.xml$/],
  ['数据透视表', /^xl\/pivotTables\/[^/]+\.xml$/],
  ['切片器', /^xl\/slicers\/[^/]+\.xml$/],
  ['宏', /^xl\/vbaProject\.bin$/],
  ['批注会话', /^xl\/threadedComments\/[^/]+\.xml$/],
  ['外部链接', /^xl\/externalLinks\/[^/]+\.xml$/],
]

/** Conditional formats that ExcelJS writes back. */
const WRITTEN_RULES = new Set([
  'expression',
  'cellIs',
  'top10',
  'aboveAverage',
  'colorScale',
  'iconSet',
  'dataBar',
  'containsText',
  'containsBlanks',
  'notContainsBlanks',
  'containsErrors',
  'notContainsErrors',
  'timePeriod',
])

/** What saving this file again would leave out, in words for the person ("图表 2"); empty where nothing is lost. */
export async function lostParts(zip: JSZip): Promise<readonly string[]> {
  const names = Object.keys(zip.files)
  const parts = PARTS.flatMap(([name, path]) => {
    const count = names.filter((file) => path.test(file)).length
    return count > 0 ? [`${name} ${count}`] : []
  })
  let rules = 0
  for (const file of names.filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))) {
    const xml = (await zip.file(file)?.async('string')) ?? ''
    for (const [, type = ''] of xml.matchAll(/<cfRule\b[^>]*\btype="(\w+)"/g)) if (!WRITTEN_RULES.has(type)) rules++
  }
  return rules > 0 ? [...parts, `条件格式 ${rules}`] : parts
}
