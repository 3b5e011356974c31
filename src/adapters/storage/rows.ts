/** A row's `null` is the core's absent property. */
type Nullable<T> = { [Name in keyof T]: undefined extends T[Name] ? T[Name] | null : T[Name] };

export function withoutNulls<T extends object>(row: Nullable<T>): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined)) as T;
}

export function bit(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}
