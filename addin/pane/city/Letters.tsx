import { useState } from 'preact/hooks'
import type { DocumentLetter } from '../../../shared/wire/document.ts'
import { copyText } from '../frame/copyText.ts'
import { useCity } from './useCity.ts'

/** Each unit's own text, to be copied and sent to it alone. */
export function Letters({ letters }: { readonly letters: readonly DocumentLetter[] }) {
  const words = useCity().words.documents
  if (letters.length === 0) return null
  return (
    <div data-testid="letters" data-count={letters.length}>
      <h3>{words.letters(letters.length)}</h3>
      {letters.map((letter) => (
        <Letter key={letter.name} {...letter} />
      ))}
    </div>
  )
}

function Letter({ name, text }: DocumentLetter) {
  const words = useCity().words.documents
  const [result, setResult] = useState('')
  return (
    <details class="edit" data-testid="letter">
      <summary>{name}</summary>
      <textarea readOnly rows={6} aria-label={name} value={text} data-testid="letter-text" />
      <div class="acts">
        <fluent-button
          size="small"
          data-testid="letter-copy"
          onClick={() => void copyText(text).then((copied) => setResult(copied ? words.copied : words.copyFailed))}
        >
          {words.copy}
        </fluent-button>
        <span class="small" role="status">
          {result}
        </span>
      </div>
    </details>
  )
}
