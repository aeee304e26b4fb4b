/** Who did something: the account, and the name of the person who had it at the time. */
export interface Person {
  readonly account: string
  readonly by: string
}

/**
 * How to name each of the people that a list names: two of the same name are shown with their accounts, "李四（li2）",
 * everybody else by name alone.
 */
export function namesApart(people: readonly Person[]): (person: Person) => string {
  const accounts = Map.groupBy(people, ({ by }) => by)
  return ({ account, by }) => (accounts.get(by)?.some((other) => other.account !== account) ? `${by}（${account}）` : by)
}
