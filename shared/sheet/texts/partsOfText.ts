import { wordList } from '../../base/wordList.ts'

/** What a cell of 进展情况、存在问题及下一步打算 says, cut at the words that its parts begin with. */
export interface TextParts {
  readonly progress: string
  readonly issues: string
  readonly nextSteps: string
}

type Part = keyof TextParts

/** What the part about progress begins with. */
export const PROGRESS_LABELS = wordList([
  { pattern: '(?:目前|当前|最新|本月|主要|工作|项目)?(?:工作)?(?:进展|推进|完成|落实|开展)(?:情况)?', example: '进展情况' },
])

/** What the part about problems begins with. */
export const ISSUE_LABELS = wordList([
  { pattern: '(?:目前|当前)?(?:存在|面临|主要)?的?(?:主要)?(?:问题|困难)(?:[及和与、](?:问题|困难|不足|原因))?', example: '存在问题' },
  { pattern: '(?:滞后|未完成)?原因(?:分析)?', example: '滞后原因' },
])

/** What the part about next steps begins with. */
export const NEXT_STEP_LABELS = wordList([
  { pattern: '下(?:一?步|阶段)的?(?:工作|推进)?(?:打算|计划|措施|安排|举措)?', example: '下步打算' },
  { pattern: '(?:整改|工作|推进|解决)?(?:打算|措施|举措)', example: '整改措施' },
])

/** A label at the beginning of a line or sentence, numbered or in brackets or not: 二、存在问题：, 【下步打算】. */
const PLACE = '(?:^|[\\n\\r。；;])\\s*(?:[（(]?[一二三\\d]+[）)、.．]\\s*)?'
const labelled = (words: string, flags = 'gu'): RegExp => new RegExp(`${PLACE}(?:[【\\[]${words}[】\\]][:：]?|${words}[:：])\\s*`, flags)
const CUTS: readonly (readonly [Part, RegExp])[] = [
  ['progress', labelled(PROGRESS_LABELS.source)],
  ['issues', labelled(ISSUE_LABELS.source)],
  ['nextSteps', labelled(NEXT_STEP_LABELS.source)],
]

/** A text without a label of problems or next steps, as most are, is not cut at all. */
const HAS_PARTS = labelled(`(?:${ISSUE_LABELS.source}|${NEXT_STEP_LABELS.source})`, 'u')

/**
 * The parts of a text; undefined where no part of it is headed as problems or next steps, or where it is a list whose items
 * have parts each, of which nobody can say where one ends.
 *
 *     进展情况：累计演出189场。\n存在问题：停演一月。\n下步打算：补演60场。   累计演出189场。 | 停演一月。 | 补演60场。
 *     已建成35个。存在问题：资金未到位。                                  已建成35个。 | 资金未到位。 |
 *     已解决问题35个。                                                  undefined
 */
export function partsOfText(text: string): TextParts | undefined {
  if (!HAS_PARTS.test(text)) return undefined
  const cuts = CUTS.flatMap(([part, pattern]) => [...text.matchAll(pattern)].map((found) => cutAt(text, found, part)))
  if (cuts.length > MOST_CUTS) return undefined
  cuts.sort((a, b) => a.start - b.start)
  const parts: Record<Part, string[]> = { progress: [text.slice(0, cuts[0]?.start)], issues: [], nextSteps: [] }
  for (const [i, { part, end }] of cuts.entries()) parts[part].push(text.slice(end, cuts[i + 1]?.start))
  if (parts.progress.some((one) => ITEM.test(one)) && [...parts.issues, ...parts.nextSteps].some((one) => NEXT_ITEM.test(one)))
    return undefined
  const joined = (part: Part) =>
    parts[part]
      .map((one) => one.trim())
      .filter((one) => one !== '')
      .join('\n')
  return { progress: joined('progress'), issues: joined('issues'), nextSteps: joined('nextSteps') }
}

/** The mark before a label closes the part before it. */
function cutAt(text: string, { 0: found, index }: RegExpExecArray, part: Part): { part: Part; start: number; end: number } {
  return { part, start: /[。；;]/u.test(text.charAt(index)) ? index + 1 : index, end: index + found.length }
}

/** Of a text with more labels nobody knows which is of what. */
const MOST_CUTS = 6
/** An item of a numbered list, and one after the first: the list goes on behind the problems of its item. */
const ITEM = /(?:^|[\n\r])\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])/u
const NEXT_ITEM = /[\n\r]\s*(?:[（(]?(?:[二三四五六七八九十]|[2-9])[）)、.．])/u
