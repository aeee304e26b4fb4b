import type JSZip from 'jszip'

/** Parts of a file that opening and saving here loses, by where they are in the file. */
const PARTS: readonly (readonly [name: string, path: RegExp])[] = [
  ['数据透视表', /^xl\/pivotTables\/[^/]+\.xml$/],
  ['切片器', /^xl\/slicers\/[^/]+\.xml$/],
  ['宏', /^xl\/vbaProject\.bin$/],
  ['批注会话', /^xl\/threadedComments\/[^/]+\.xml$/],
  ['外部链接', /^xl\/externalLinks\/[^/]+\.xml$/],
]

/** Elements of a sheet or table that are lost, by how they begin. */
const ELEMENTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['按颜色筛选', /<colorFilter\b/g],
  ['引用其他工作表的数据验证', /<x14:dataValidation\b/g],
  ['迷你图', /<x14:sparkline>/g],
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
  const counts = new Map<string, number>()
  for (const file of names.filter((name) => /^xl\/(?:worksheets|tables)\/[^/]+\.xml$/.test(name))) {
    const xml = (await zip.file(file)?.async('string')) ?? ''
    for (const [name, pattern] of ELEMENTS) counts.set(name, (counts.get(name) ?? 0) + [...xml.matchAll(pattern)].length)
    const rules = [...xml.matchAll(/<cfRule\b[^>]*\btype="(\w+)"/g)].filter(([, type = '']) => !WRITTEN_RULES.has(type))
    counts.set('条件格式', (counts.get('条件格式') ?? 0) + rules.length)
  }
  return [...parts, ...[...counts].filter(([, count]) => count > 0).map(([name, count]) => `${name} ${count}`)]
}
