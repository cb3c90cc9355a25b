/** The nine kinds of failure; each is mapped once to tRPC and once to problem+json (docs/api/errors.md). */
export type ErrorKind =
  | 'bad-input'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'too-many'
  | 'unavailable'
  | 'internal';

/** What an error may carry for the program that receives it; never personal data. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * The one error class of the product.
 *
 * `code` is stable and documented (`domain.what_happened`), `kind` decides the status, `message` says what is
 * wrong and where, `hint` how to mend it. A bad credential is not an error but a report.
 */
export class AppError extends Error {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly hint: string | null;
  readonly details: ErrorDetails;

  constructor(
    code: string,
    kind: ErrorKind,
    message: string,
    hint: string | null = null,
    details: ErrorDetails = {},
  ) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.kind = kind;
    this.hint = hint;
    this.details = details;
  }
}
