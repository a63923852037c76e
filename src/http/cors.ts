/** The API is public: any page may read any answer and these of its headers; what it is, is for us to say. */
export const CORS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'ETag, Link, Readout-Revision, Retry-After, RateLimit-Policy, Server-Timing',
  'X-Content-Type-Options': 'nosniff',
};

/** The answer to OPTIONS on a path that takes `methods`. */
export function preflight(methods: readonly string[]): Response {
  const allow = [...methods, 'OPTIONS'].join(', ');
  return new Response(null, {
    status: 204,
    headers: {
      ...CORS,
      Allow: allow,
      'Access-Control-Allow-Methods': allow,
      'Access-Control-Allow-Headers':
        'Authorization, Content-Type, Idempotency-Key, If-None-Match, MCP-Protocol-Version',
      'Access-Control-Max-Age': '86400',
    },
  });
}
