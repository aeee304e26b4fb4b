import type { Circular } from './circular.ts'

/** The circular as plain text, the ranking a line for each county. Ends with a line break. */
export function circularText(circular: Circular): string {
  const { letterhead, lead, demands, annexes } = circular
  const lines = [circular.title, '']
  if (letterhead && letterhead.addressee !== '') lines.push(`${letterhead.addressee}：`)
  lines.push(...lead, ...circular.paragraphs.map(({ heading, text }) => `${heading}：${text}`))
  if (circular.rankingText !== '') lines.push(`${circular.rankingHeading}：${circular.rankingText}`)
  lines.push(...circular.ranking.map(({ rank, name, score }) => `第${rank}名　${name}　${score}`))
  if (demands.length > 0) lines.push(circular.demandsHeading, ...demands)
  if (letterhead) lines.push('', letterhead.issuer, letterhead.date)
  for (const [index, { title, columns, rows }] of annexes.entries()) {
    lines.push('', `附件${annexes.length === 1 ? '' : index + 1}　${title}`)
    lines.push(...[columns.map(({ heading }) => heading), ...rows].map((cells) => cells.join('　')))
  }
  return `${lines.join('\n')}\n`
}
