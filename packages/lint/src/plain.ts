/** What must not get into facts: a node of the tree, what can do something, what JSON would lose. */
type Forbidden =
  | { readonly span: unknown }
  | ((...given: never[]) => unknown)
  | ReadonlyMap<unknown, unknown>
  | ReadonlySet<unknown>
  | undefined
  | null

/**
 * Data that can be written down and read again without loss. Whatever else a type holds becomes `never`: facts with a
 * piece of a tree or a resolver in them are of no use to anyone, and the compiler says so.
 */
export type Plain<Data> = Data extends string | number | boolean
  ? Data
  : Data extends Forbidden
    ? never
    : { readonly [Key in keyof Data]: Plain<Data[Key]> }
