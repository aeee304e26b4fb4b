import { type ParseArgsConfig, parseArgs } from 'node:util'

type Options = NonNullable<ParseArgsConfig['options']>

/** How a command of package.json is called. */
export interface Command<Taken extends Options> {
  /** What --help prints: how it is called, and after a blank line what it does, its options, what its exit codes mean. */
  readonly usage: string
  readonly options?: Taken
  /** Whether words without a dash (files, names) may follow; without it they are wrong use. */
  readonly takesWords?: boolean
}

/** What was asked on the command line: the options by name, and the words in their order. */
export interface Asked<Taken extends Options> {
  readonly values: ReturnType<typeof parseArgs<{ options: Taken }>>['values']
  readonly words: readonly string[]
}

/** Thrown by a command for what was asked of it and cannot be: its sentence is printed, and how the command is called. */
export class WrongUse extends Error {}

/**
 * Runs a command on the process's own arguments and sets the exit code: what `run` answers (nothing is 0); --help and -h
 * print the usage and are 0; wrong use prints a sentence and the call on stderr and is 2. An expected
 * failure (a plain Error, or one of the system's) is printed as its sentence and is 1; any other is a bug of ours and keeps its stack.
 */
export async function runCommand<const Taken extends Options = Record<never, never>>(
  command: Command<Taken>,
  run: (asked: Asked<Taken>) => number | undefined | Promise<number | undefined>,
): Promise<void> {
  const { usage, options, takesWords = false } = command
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
    console.log(usage)
    return
  }
  try {
    const { values, positionals } = parseArgs({ options: options ?? {}, allowPositionals: takesWords })
    // parseArgs types what it gives by the options; behind `?? {}` it cannot see them any more.
    process.exitCode = (await run({ values: values as Asked<Taken>['values'], words: positionals })) ?? 0
  } catch (error) {
    process.exitCode = report(error, usage)
  }
}

/** Says on stderr why a command did not run; the exit code. */
function report(error: unknown, usage: string): number {
  if (!(error instanceof Error)) throw error
  const code = 'code' in error ? String(error.code) : undefined
  if (error instanceof WrongUse || code?.startsWith('ERR_PARSE_ARGS')) {
    console.error(`${error.message}\n\n${usage.split('\n\n', 1)[0]}\n(--help says more)`)
    return 2
  }
  console.error(error.constructor === Error || code !== undefined ? error.message : error.stack)
  return 1
}
