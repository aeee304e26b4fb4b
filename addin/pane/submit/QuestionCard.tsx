import { columnName } from '../../../shared/grid/a1.ts'
import type { Choice, ChoiceColumn, Question } from '../../../shared/record/question.ts'
import { shorten } from '../frame/names.ts'
import { usePane, useStore } from '../frame/usePane.ts'
import { readingWords } from './readingWords.ts'

/** As much of a heading, and of the words that name a row, as a line of the pane shows. */
const LONGEST_HEADING = 20
const LONGEST_NAME = 24

/**
 * One question about a table's columns: the choices by their figures in one row, one click each, and the way to say something
 * else by hand. `answered` when the sheet was read by the answer, `byHand` when the person wants to see the columns.
 */
export function QuestionCard({ question, answered, byHand }: { question: Question; answered: () => void; byHand: () => void }) {
  const { stores, actions, texts } = usePane()
  const busy = useStore(stores.busy)
  const words = readingWords(texts).question
  const choices = question.choices.filter(({ columns }) => columns.length > 0)
  const isAlone = choices.every(({ columns }) => columns.length === 1)
  const heading = (column: ChoiceColumn): string =>
    words.column(columnName(column.column), shorten(ownPart(column, choices), LONGEST_HEADING))
  const names = choices.map(({ columns }) => columns.map(heading).join(texts.separator))
  const id = `question-${question.table}`
  const choose = async ({ corrections }: Choice): Promise<void> => {
    await actions.correct(question.sheet, ...corrections)
    answered()
  }
  return (
    <section class="question" data-testid="question" data-kind={question.kind} aria-labelledby={id}>
      <h2 id={id}>{words[question.kind](names.join(words.or), names.length)}</h2>
      <p class="small">
        <button
          type="button"
          class="cell"
          title={texts.check.goTo(question.cell)}
          onClick={() => void actions.select(question.sheet, question.cell)}
        >
          {question.cell}
        </button>{' '}
        {words.example(question.example.row, shorten(question.example.name, LONGEST_NAME))}
      </p>
      {choices.map((choice, nth) => (
        <button
          key={names[nth]}
          type="button"
          class="answer"
          disabled={busy !== null}
          data-testid="choice"
          data-columns={choice.columns.map(({ column }) => columnName(column)).join()}
          onClick={() => void choose(choice)}
        >
          {choice.columns.map((column) => (
            <span key={column.field}>
              {!isAlone && `${texts.columnFields[column.field]}${texts.colon}`}
              {heading(column)} <strong>{column.text === '' ? texts.blankValue : column.text}</strong>
            </span>
          ))}
        </button>
      ))}
      <button type="button" class="answer other" disabled={busy !== null} data-testid="choice-none" onClick={byHand}>
        {words.none}
      </button>
      <p class="small">{words.waits(question.cells.length)}</p>
    </section>
  )
}

/** The part of a heading's path that the choices do not share: 已开工 of 湖滨区/已开工. */
function ownPart({ header }: ChoiceColumn, choices: readonly Choice[]): string {
  const paths = choices.flatMap(({ columns }) => columns.map((one) => one.header.split('/')))
  const parts = header.split('/')
  const shared = parts.findIndex((part, level) => level === parts.length - 1 || paths.some((path) => path[level] !== part))
  return parts.slice(shared).join('/')
}
