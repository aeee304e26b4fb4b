import { useState } from 'preact/hooks'
import { copyText } from '../frame/copyText.ts'
import { useAdministration } from './useAdministration.ts'

/** Copies a text, and says whether it could. */
export function CopyButton({ text, testid }: { text: string; testid: string }) {
  const { words } = useAdministration()
  const [result, setResult] = useState('')
  return (
    <>
      <fluent-button
        size="small"
        data-testid={testid}
        onClick={() => void copyText(text).then((copied) => setResult(copied ? words.copied : words.copyFailed))}
      >
        {words.copy}
      </fluent-button>
      <span class="small" role="status">
        {result}
      </span>
    </>
  )
}
