import { wordList } from '../base/wordList.ts'

/** What a word next to a figure makes of it: a rough one, or a bound; `over` and `under` are both. */
type Says = 'about' | 'atLeast' | 'atMost' | 'over' | 'under'

const LEADS = [
  { word: '约占', says: 'about', example: '约占' },
  { word: '约为', says: 'about', example: '约为' },
  { word: '大约', says: 'about', example: '大约' },
  { word: '约', says: 'about', notAfter: '[签预违节续履契邀]', example: '新增停车位约' },
  { word: '将近', says: 'about', example: '惠及将近' },
  { word: '接近', says: 'about', example: '接近' },
  { word: '近', says: 'about', notAfter: '[附最新临邻靠贴]', example: '完成近' },
  { word: '逾', says: 'over', example: '受益群众逾' },
  { word: '超过', says: 'over', example: '满意率超过' },
  { word: '超', says: 'over', notAfter: '[BbA-Za-z彩声]', example: '服务超' },
  { word: '突破', says: 'over', example: '突破' },
  { word: '不到', says: 'under', example: '不到' },
  { word: '不足', says: 'under', example: '不足' },
  { word: '不少于', says: 'atLeast', example: '新建泊位不少于' },
  { word: '不低于', says: 'atLeast', example: '办结率不低于' },
  { word: '不小于', says: 'atLeast', example: '面积不小于' },
  { word: '至少', says: 'atLeast', example: '每县至少' },
  { word: '不超过', says: 'atMost', example: '不超过' },
  { word: '不高于', says: 'atMost', example: '发病率不高于' },
  { word: '不多于', says: 'atMost', example: '不多于' },
  { word: '不大于', says: 'atMost', example: '不大于' },
  { word: '最多', says: 'atMost', example: '最多' },
] as const

/** Words that end what precedes a figure; 签约 and 附近 are other words. */
export const LEAD_WORDS = wordList(LEADS, { frame: '{words}\\s{0,2}$' })

const SAYS: ReadonlyMap<string, Says> = new Map(LEADS.map(({ word, says }) => [word, says]))

/** 约, 近, 不少于 … that end the words before a figure; `length` is that of the word with the blanks behind it. */
export function leadOf(words: string): { approx: string | null; bound?: '>=' | '<='; length: number } {
  const match = LEAD_WORDS.pattern.exec(words.slice(-LONGEST_LEAD))
  if (!match) return { approx: null, length: 0 }
  const word = match[0].trimEnd()
  const length = match[0].length
  switch (SAYS.get(word)) {
    case 'atLeast':
      return { approx: null, bound: '>=', length }
    case 'atMost':
      return { approx: null, bound: '<=', length }
    case 'over':
      return { approx: word, bound: '>=', length }
    case 'under':
      return { approx: word, bound: '<=', length }
    default:
      return { approx: word, length }
  }
}

/** The longest lead with the blanks behind it, and the characters that may make another word of it. */
const LONGEST_LEAD = 8

const TAILS = [
  { pattern: '左右', example: '左右' },
  { pattern: '上下', example: '上下' },
  { pattern: '之多', example: '之多' },
  { pattern: '以上', bound: '>=', example: '以上的行政村' },
  { pattern: '及以上', bound: '>=', example: '及以上' },
  { pattern: '以下', bound: '<=', example: '以下' },
  { pattern: '以内', bound: '<=', example: '以内' },
  { pattern: '之内', bound: '<=', example: '之内' },
  // 多种经营 is no rough figure: 多 and 余 count only where nothing follows them.
  { pattern: '[多余](?=$|[,，。;；、)\\s])', example: '多，' },
] as const

/** Words that begin what follows a figure. */
export const TAIL_WORDS = wordList(TAILS, { frame: '^{words}' })

const BOUNDS: ReadonlyMap<string, '>=' | '<='> = new Map(TAILS.flatMap((tail) => ('bound' in tail ? [[tail.pattern, tail.bound]] : [])))

/** 左右, 以上 … that begin the words behind a figure; undefined where none does. */
export function tailOf(words: string): { word: string; bound?: '>=' | '<=' } | undefined {
  const word = TAIL_WORDS.pattern.exec(words)?.[0]
  if (word === undefined) return undefined
  const bound = BOUNDS.get(word)
  return { word, ...(bound && { bound }) }
}
