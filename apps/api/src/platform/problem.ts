import { PROBLEMS, type ProblemBody, type ProblemCode } from '@zikao/contract/problems';

export interface ProblemExtra {
  detail?: string;
  errors?: { path: string; message: string }[];
  /** Seconds. */
  retryAfter?: number;
}

/** A refusal with a catalogued code; the only error a handler throws on purpose. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly extra: ProblemExtra;

  constructor(code: ProblemCode, extra: ProblemExtra | string = {}) {
    super(PROBLEMS[code].title);
    this.name = 'Problem';
    this.code = code;
    this.extra = typeof extra === 'string' ? { detail: extra } : extra;
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }
}

/** RFC 9457 body. `instance` is the request's id. */
export function problemBody(problem: Problem, instance: string): ProblemBody {
  return {
    type: `urn:zikao:problem:${problem.code}`,
    code: problem.code,
    status: problem.status,
    title: PROBLEMS[problem.code].title,
    instance,
    ...problem.extra,
  };
}

/** A 422 naming one field. */
export function invalid(path: string, message: string): Problem {
  return new Problem('request.invalid', { errors: [{ path, message }] });
}
