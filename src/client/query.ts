import type { Asking } from '../api/operation.ts';

/** What an operation can be asked: numbers and lists may be given as such, instead of as text. */
export type QueryOf<A> =
  A extends Asking<infer _>
    ? { [K in keyof NonNullable<A['~query']>]: Eased<K, NonNullable<A['~query']>[K]> }
    : never;

type Eased<K, V> = K extends 'limit' | 'min_sources'
  ? V | number
  : K extends 'id' | 'fields'
    ? V | readonly string[]
    : V;
