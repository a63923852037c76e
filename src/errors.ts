/** What can go wrong with a request, and the status each is answered with. */
export const STATUS_OF = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  misdirected: 421,
  unprocessable: 422,
  too_many_requests: 429,
  hidden: 451,
  internal: 500,
  not_implemented: 501,
  unavailable: 503,
} as const;
export type ErrorCode = keyof typeof STATUS_OF;

export const TITLE_OF: Record<ErrorCode, string> = {
  bad_request: 'Bad request',
  unauthorized: 'Token missing or wrong',
  forbidden: 'Not with this token',
  not_found: 'Nothing here',
  method_not_allowed: 'Method not allowed',
  conflict: 'There already',
  payload_too_large: 'Too large',
  unsupported_media_type: 'Media type not understood',
  misdirected: 'Not the name of this site',
  unprocessable: 'Cannot be kept',
  too_many_requests: 'Too many requests',
  hidden: 'Taken down',
  internal: 'Our mistake',
  not_implemented: 'Not offered',
  unavailable: 'Not now',
};

/** One thing wrong with one parameter or member of a body. */
export interface ParameterError {
  parameter: string;
  detail: string;
}

/** An answer other than the one asked for. The message goes out as `detail`: it must name what is wrong and no secret. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly errors: readonly ParameterError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ErrorCode,
    message: string,
    more: { errors?: readonly ParameterError[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.code = code;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
  }
}

/** Which noun has ids that begin so, and where it is asked for. */
const BEGINNINGS: Record<string, [noun: string, path: string]> = {
  q_: ['quote', 'quotes'],
  e_: ['engagement', 'engagements'],
  d_: ['document', 'documents'],
  f_: ['figure', 'figures'],
  c_: ['correction', 'corrections'],
};

/** 451 for what a person has taken down: told of it are its id and that it is hidden, and nothing else. */
export class Hidden extends AppError {
  readonly id: string;
  constructor(id: string) {
    super('hidden', 'This has been taken down.');
    this.id = id;
  }
}

/** Throws 451 if the body of an entry says that it is hidden. */
export function requireShown(id: string, body: string): void {
  if (body.endsWith('"status":"hidden"}')) throw new Hidden(id);
}

/** 404 for an id, by its noun, with what was probably meant: the noun that has such ids, or small letters. */
export function noSuch(noun: string, id: string): AppError {
  const shown = id.slice(0, 200);
  const [other, path] = BEGINNINGS[shown.slice(0, 2).toLowerCase()] ?? [noun, ''];
  const meant =
    other !== noun
      ? ` It looks like the id of a ${other}: /v1/${path}/${shown.toLowerCase()}.`
      : shown !== shown.toLowerCase()
        ? ` Ids are in small letters: \`${shown.toLowerCase()}\`.`
        : '';
  return new AppError('not_found', `There is no ${noun} with the id \`${shown}\`.${meant}`);
}
