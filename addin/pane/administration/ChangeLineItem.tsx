import { lineText } from './auditLines.ts'
import type { ChangeLine } from './changeLines.ts'
import { useAdministration } from './useAdministration.ts'

/** "目标：300公里 → 320公里". */
export function ChangeLineItem({ line, name }: { line: ChangeLine; name: string }) {
  const { words, texts } = useAdministration()
  return (
    <li class="small" data-testid="change-line" data-key={line.key}>
      {lineText({ ...line, name }, { texts, words })}
    </li>
  )
}
