import type { Circular } from './circular.ts'

/** The circular as plain text, the ranking a line for each county. Ends with a line break. */
export function circularText(circular: Circular): string {
  const lines = [circular.title, '', ...circular.paragraphs.map(({ heading, text }) => `${heading}：${text}`)]
  if (circular.rankingText !== '') lines.push(`${circular.rankingHeading}：${circular.rankingText}`)
  lines.push(...circular.ranking.map(({ rank, name, score }) => `第${rank}名　${name}　${score}`))
  return `${lines.join('\n')}\n`
}
