import { AppError } from '../errors.ts';
import { failureOf } from '../store/failure.ts';

/** A failing database is asked again by everybody at once unless each is told another time. */
const LEAST_SECONDS = 10;
const SPREAD_SECONDS = 10;

/**
 * What an error is to whoever asked: an AppError as it is; 503 while the database fails; else our own mistake. What was
 * not expected is logged, and nothing of it goes out. `chance`: a number in [0, 1) that spreads when clients come back.
 */
export function asKnown(error: unknown, chance: number): AppError {
  if (error instanceof AppError) return error;
  const failure = failureOf(error);
  console.error(failure === null ? error : `the database is ${failure}: ${(error as Error).message}`);
  if (failure === null) return new AppError('internal', 'This should not have happened; it was logged.');
  return new AppError('unavailable', 'The database does not answer. Try again soon.', {
    headers: { 'Retry-After': String(LEAST_SECONDS + Math.floor(SPREAD_SECONDS * chance)) },
  });
}
