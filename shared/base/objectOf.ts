/** An object with a value for each of the names: the one place where `Object.fromEntries` is believed to have left none out. */
export const objectOf = <Name extends string, Value>(
  names: readonly Name[],
  valueFor: (name: Name) => Value,
): Readonly<Record<Name, Value>> => Object.fromEntries(names.map((name) => [name, valueFor(name)])) as Record<Name, Value>
