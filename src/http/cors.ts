/**
 * What every answer says for its reader's safety: what type it is, is for us to say; it is framed by nobody (embeds say
 * otherwise for themselves), reached by HTTPS only, and has no use for a camera.
 */
export const SAFE: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Strict-Transport-Security': 'max-age=31536000',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** The API is public: any page may read any answer and these of its headers. */
export const CORS: Readonly<Record<string, string>> = {
  ...SAFE,
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'ETag, Link, Readout-Revision, Retry-After, RateLimit-Policy, Server-Timing',
};

/** Takes back that other origins may read an answer: what needs a token is nothing for their pages. */
export function withoutCors({ headers }: Response): void {
  for (const name of [...headers.keys()]) if (name.startsWith('access-control-')) headers.delete(name);
}

/** The answer to OPTIONS on a path that takes `methods`, of which pages elsewhere may use `open`. */
export function preflight(methods: readonly string[], open: readonly string[]): Response {
  const allow = [...methods, 'OPTIONS'].join(', ');
  return new Response(null, {
    status: 204,
    headers: {
      ...CORS,
      Allow: allow,
      'Access-Control-Allow-Methods': [...open, 'OPTIONS'].join(', '),
      'Access-Control-Allow-Headers': 'Content-Type, If-None-Match, MCP-Protocol-Version',
      'Access-Control-Max-Age': '86400',
    },
  });
}
