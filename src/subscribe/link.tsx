import type { Child } from 'hono/jsx';
import { makeToken, readToken } from '../mail/tokens.ts';
import { suppress, unsubscribe } from '../mailing/list/leaving.ts';
import { keptPreferences, preferencesInWords } from '../mailing/list/preferences.ts';
import { requestSubscription } from '../mailing/list/request.ts';
import type { Desk } from '../mailing/office.ts';
import { readPreferences } from '../model/subscription.ts';
import {
  changeSubscriber,
  confirmSubscriber,
  namesOfPeople,
  type SubscriberRow,
  subscriberById,
} from '../store/subscriptions.ts';
import type { Filled } from './form.tsx';
import {
  type At,
  ConfirmedPage,
  ConfirmPage,
  ErasedPage,
  LeftPage,
  LostPage,
  ManagePage,
  RenewPage,
  UnsubscribePage,
} from './pages.tsx';
import { filledFrom, readSubscription } from './read-form.ts';

type Form = ReadonlyMap<string, readonly string[]>;
interface Answer {
  page: Child;
  status: number;
}
interface Visit {
  desk: Desk;
  at: At;
  now: Date;
  /** Of whoever opened the link, as the platform says. */
  ip: string | undefined;
  subscriber: SubscriberRow;
}

const ok = (page: Child): Answer => ({ page, status: 200 });

/**
 * Answers a link from a letter. `form` null: somebody, or a scanner of links, opened it, which changes nothing. Otherwise
 * a button was pressed, or a mail program unsubscribes; doing so twice does no more than once.
 */
export async function answerLink(
  desk: Desk,
  at: At,
  text: string,
  form: (() => Promise<Form>) | null,
  { now, ip }: { now: Date; ip: string | undefined },
): Promise<Answer> {
  const token = await readToken(desk.keys, text, now);
  if (token === null) return { page: <LostPage at={at} />, status: 404 };
  const subscriber = await subscriberById(desk.db, token.subscriber);
  // To whoever wants to leave, having left long ago is as good.
  if (token.purpose === 'unsubscribe') return leave(desk, at, subscriber, form !== null, now);
  if (subscriber === null) return { page: <LostPage at={at} />, status: 404 };
  const visit: Visit = { desk, at, now, ip, subscriber };
  if (token.purpose === 'confirm') {
    // Whoever unsubscribed and was asked for again confirms by the new letter only.
    const asked = Math.floor(Date.parse(subscriber.asked_at ?? '') / 1000);
    const isVoid = token.expired || (token.made_at ?? 0) < asked;
    return isVoid ? { page: <LostPage at={at} />, status: 404 } : confirm(visit, form !== null);
  }
  return token.expired ? renew(visit, form) : manage(visit, form);
}

const manageLink = async ({ desk, now }: Pick<Visit, 'desk' | 'now'>, id: number) =>
  `/subscriptions/${await makeToken(desk.keys, 'manage', id, now)}`;

async function leave(
  desk: Desk,
  at: At,
  subscriber: SubscriberRow | null,
  pressed: boolean,
  now: Date,
): Promise<Answer> {
  if (subscriber !== null && subscriber.status !== 'unsubscribed') {
    if (!pressed) return ok(<UnsubscribePage at={at} />);
    await unsubscribe({ ...desk, now: () => now }, subscriber.id);
  }
  return ok(<LeftPage at={at} manage={null} />);
}

async function confirm(visit: Visit, pressed: boolean): Promise<Answer> {
  const { desk, at, now, subscriber } = visit;
  if (!pressed && subscriber.status === 'pending') {
    const wants = readPreferences(subscriber.preferences);
    const follows = preferencesInWords(wants, await namesOfPeople(desk.db, wants.people));
    return ok(<ConfirmPage at={at} cadence={subscriber.cadence} follows={follows} />);
  }
  const confirmed = pressed
    ? await confirmSubscriber(desk.db, subscriber.id, now.toISOString())
    : subscriber.status === 'confirmed';
  return confirmed
    ? ok(<ConfirmedPage at={at} manage={await manageLink(visit, subscriber.id)} />)
    : { page: <LostPage at={at} />, status: 404 };
}

/** A link too old to show anything, but good to send a new one to the mailbox it came from. */
async function renew(
  { desk, at, now, ip, subscriber }: Visit,
  form: (() => Promise<Form>) | null,
): Promise<Answer> {
  if (form === null) return ok(<RenewPage at={at} sent={false} />);
  const preferences = readPreferences(subscriber.preferences);
  await requestSubscription(
    desk,
    subscriber.address,
    { cadence: subscriber.cadence, preferences },
    { ip, now },
  );
  return ok(<RenewPage at={at} sent={true} />);
}

async function manage(visit: Visit, form: (() => Promise<Form>) | null): Promise<Answer> {
  const { desk, at, now, subscriber } = visit;
  if (form === null) return ok(await managePage(visit, await filledOf(visit), [], false));
  const fields = await form();
  const [action] = fields.has('List-Unsubscribe') ? ['unsubscribe'] : (fields.get('action') ?? []);
  switch (action) {
    case 'unsubscribe':
      await unsubscribe({ ...desk, now: () => now }, subscriber.id);
      return ok(<LeftPage at={at} manage={at.path} />);
    case 'erase':
      await suppress({ ...desk, now: () => now }, subscriber.address, 'erased');
      return ok(<ErasedPage at={at} />);
    case 'change': {
      const filled = filledFrom(fields);
      const read = await readSubscription(desk.db, filled, readPreferences(subscriber.preferences).people);
      if ('flaws' in read) return { page: await managePage(visit, filled, read.flaws, false), status: 400 };
      const kept = await keptPreferences(read.subscription.preferences);
      await changeSubscriber(
        desk.db,
        subscriber.id,
        { cadence: read.subscription.cadence, ...kept },
        now.toISOString(),
      );
      return ok(await managePage(visit, filled, [], true));
    }
    default: {
      const flaw = 'Nothing was changed: none of the buttons was pressed.';
      return { page: await managePage(visit, await filledOf(visit), [flaw], false), status: 400 };
    }
  }
}

async function managePage(
  { at, subscriber }: Visit,
  filled: Filled,
  flaws: readonly string[],
  saved: boolean,
): Promise<Child> {
  const active = subscriber.status === 'confirmed';
  return <ManagePage at={at} filled={filled} flaws={flaws} saved={saved} active={active} />;
}

/** The form as the subscription stands, people by name. */
async function filledOf({ desk, subscriber }: Visit): Promise<Filled> {
  const { people, countries, topics } = readPreferences(subscriber.preferences);
  const names = await namesOfPeople(desk.db, people);
  return {
    email: '',
    cadence: subscriber.cadence,
    people: people.map((id) => names.get(id) ?? id).join(', '),
    countries,
    topics,
  };
}
