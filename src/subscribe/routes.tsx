import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { type AppEnv, type Context, origin, readerOf } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { readAddress } from '../mail/address.ts';
import { requestSubscription } from '../mailing/list/request.ts';
import { deskFor } from '../mailing/office.ts';
import { errorPage } from '../pages/routes.tsx';
import { htmlOf, PAGE_HEADERS, sendPage } from '../pages/send-page.ts';
import { readRevision } from '../store/published.ts';
import { BLANK } from './form.tsx';
import { answerLink } from './link.tsx';
import { AskedPage, type At, SubscribePage } from './pages.tsx';
import { filledFrom, readSubscription } from './read-form.ts';

/** The list's pages. None sets or reads a cookie, so none needs protection against forged requests. */
export const subscribe = new Hono<AppEnv>();
subscribe.onError((error, c) => errorPage(error, c));

const atOf = (c: Context): At => ({ origin: origin(c), path: new URL(c.req.url).pathname });
const outsideOf = (c: Context) => ({
  now: new Date(c.get('outside').now()),
  ip: c.req.header('CF-Connecting-IP'),
});

subscribe.get('/subscribe', async (c) => {
  await deskFor(c.env, c.req.url);
  const begun = { mark: c.get('outside').isolate?.mark ?? 0, db: readerOf(c) };
  const revision = await readRevision(begun.db);
  const page = <SubscribePage at={atOf(c)} filled={BLANK} flaws={[]} />;
  return sendPage(c, page, begun, { revision, tags: ['subscribe'] });
});

subscribe.post('/subscribe', async (c) => {
  const desk = await deskFor(c.env, c.req.url);
  const filled = filledFrom(await readForm(c.req.raw));
  const at = atOf(c);
  const address = readAddress(filled.email);
  const read = await readSubscription(desk.db, filled);
  const flaws = [
    ...(address === null ? ['That is no mail address, as in reader@example.org.'] : []),
    ...('flaws' in read ? read.flaws : []),
  ];
  if (address === null || 'flaws' in read) {
    return privatePage(<SubscribePage at={at} filled={filled} flaws={flaws} />, 400);
  }
  await requestSubscription(desk, address, read.subscription, outsideOf(c));
  return privatePage(<AskedPage at={at} />, 202);
});

subscribe.get('/subscriptions/:token', async (c) => {
  const desk = await deskFor(c.env, c.req.url);
  const { page, status } = await answerLink(desk, atOf(c), c.req.param('token'), null, outsideOf(c));
  return privatePage(page, status);
});

// RFC 8058: a mail program posts `List-Unsubscribe=One-Click` here, without a cookie, and follows no redirect.
subscribe.post('/subscriptions/:token', async (c) => {
  const desk = await deskFor(c.env, c.req.url);
  const { page, status } = await answerLink(
    desk,
    atOf(c),
    c.req.param('token'),
    () => readForm(c.req.raw),
    outsideOf(c),
  );
  return privatePage(page, status);
});

/** A page for one reader: nobody keeps it, and its address, which is a key, is told to nobody. */
function privatePage(page: Child, status: number): Response {
  return new Response(htmlOf(page), {
    status,
    headers: {
      ...PAGE_HEADERS,
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex, nofollow',
    },
  });
}
