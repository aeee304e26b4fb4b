import { type Remark, type ReportCheck, remark } from './remark.ts'

const ARTEFACTS =
  /\[bookmark:[^\]]*\]|错误[!！]未(?:找到引用源|定义书签)|Error! (?:Reference source|Bookmark) not (?:found|defined)|\{ ?(?:PAGE|REF|TOC|SEQ|MERGEFIELD)\b[^}]*\}|#(?:REF|VALUE|DIV\/0|N\/A|NAME)[!?]?|\uFFFD|(?!\t)\p{Cc}/gu
const DOUBLED = /。{2,}|，{2,}|、{2,}|；{2,}|：{2,}|[，、；]。|。[，、；]|[，、]；/g
const PAIRS = ['（）', '〔〕', '《》', '“”', '【】', '()'] as const

/** What a word processor or a spreadsheet left behind, stray spaces, doubled marks, and brackets that do not close. */
export const checkTypography: ReportCheck = ({ lines, categories }) => {
  const remarks: Remark[] = []
  const tasks = new Map(
    categories.flatMap((category) => category.tasks.flatMap((task) => task.progress.map((part) => [part.line, task.id] as const))),
  )
  for (const [index, text] of lines.entries()) {
    const line = index + 1
    const task = tasks.get(line) ?? null
    for (const match of text.matchAll(ARTEFACTS)) remarks.push(remark('ARTEFACT', line, task, match[0]))
    for (const match of text.matchAll(DOUBLED)) {
      remarks.push(remark('FULL_STOPS', line, task, text.slice(Math.max(0, match.index - 8), match.index + match[0].length)))
    }
    if (text !== text.trim() || /、\s+\S/.test(text.slice(0, 8))) remarks.push(remark('SPACES', line, task, text.slice(0, 16)))
    for (const pair of PAIRS) {
      const [opens, closes] = [count(text, pair.charAt(0)), count(text, pair.charAt(1))]
      if (opens !== closes) remarks.push(remark('BRACKETS', line, task, pair, { opens: String(opens), closes: String(closes) }))
    }
  }
  return remarks
}

const count = (text: string, mark: string): number => text.split(mark).length - 1
