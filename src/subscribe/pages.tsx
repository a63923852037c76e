import type { Child } from 'hono/jsx';
import { Page } from '../pages/layout.tsx';
import { type Filled, Flaws, PreferenceFields } from './form.tsx';

/** Where a page is: origin without a slash at the end, and path. */
export interface At {
  origin: string;
  path: string;
}

export const SubscribePage = ({
  at,
  filled,
  flaws,
}: {
  at: At;
  filled: Filled;
  flaws: readonly string[];
}) => (
  <Page
    {...at}
    title="Subscribe"
    description="Visits, meetings and quotations of public officials by mail: daily or weekly, on the people, countries and topics you choose."
    unlisted={flaws.length > 0}
  >
    <h1>Subscribe</h1>
    <p class="lede">
      Where officials were, whom they met and what exactly they said, by mail. You get a letter with a link
      first; nothing else is sent before you confirm.
    </p>
    <Flaws flaws={flaws} />
    <form class="preferences" method="post" action="/subscribe">
      <p class="wide">
        <label for="email">Your mail address</label>
        <input
          id="email"
          name="email"
          type="email"
          value={filled.email}
          required
          maxlength={320}
          autocomplete="email"
        />
      </p>
      <PreferenceFields filled={filled} />
      <p>
        <button type="submit">Send me the link</button>
      </p>
    </form>
    <p class="hint">
      The address is kept for this and nothing else; a link in every letter deletes it. No letter counts
      whether you open it. The same is in <a href="/digests">the archive</a> and in{' '}
      <a href="/feeds/digest.xml">the feed</a>, without an address.
    </p>
  </Page>
);

/** A page that says one thing, with what can be done about it. */
export const SayPage = ({ at, title, children }: { at: At; title: string; children: Child }) => (
  <Page {...at} title={title} description={title} unlisted>
    <h1>{title}</h1>
    {children}
  </Page>
);

export const AskedPage = ({ at }: { at: At }) => (
  <SayPage at={at} title="Look into your mailbox">
    <p class="lede">If we may write to this address, a letter with a link is on its way to it.</p>
    <p>
      The link opens a page with a button to confirm. No letter within ten minutes? Look where your mail
      program puts what it is not sure about, or <a href="/subscribe">try again</a>.
    </p>
  </SayPage>
);

/** One button, for a link that was mailed: opening the link alone changes nothing. */
const Button = ({ at, action, children }: { at: At; action: string; children: Child }) => (
  <form method="post" action={at.path}>
    <p>
      <button type="submit" name="action" value={action}>
        {children}
      </button>
    </p>
  </form>
);

export const ConfirmPage = ({ at, cadence, follows }: { at: At; cadence: string; follows: string }) => (
  <SayPage at={at} title="Confirm your subscription">
    <p class="lede">
      The {cadence} digest of Readout: {follows}.
    </p>
    <Button at={at} action="confirm">
      Confirm
    </Button>
    <p class="hint">You can change it or end it at any time, by a link in every letter.</p>
  </SayPage>
);

export const ConfirmedPage = ({ at, manage }: { at: At; manage: string }) => (
  <SayPage at={at} title="You are subscribed">
    <p class="lede">The next issue that has something for you comes to your mailbox.</p>
    <p>
      <a href={manage}>Change what you get</a>, or read <a href="/digests">the issues so far</a>.
    </p>
  </SayPage>
);

export const UnsubscribePage = ({ at }: { at: At }) => (
  <SayPage at={at} title="Unsubscribe">
    <p class="lede">End the subscription this letter came with?</p>
    <Button at={at} action="unsubscribe">
      Unsubscribe
    </Button>
  </SayPage>
);

export const LeftPage = ({ at, manage }: { at: At; manage: string | null }) => (
  <SayPage at={at} title="You are unsubscribed">
    <p class="lede">Nothing more is sent. The address is deleted within a month.</p>
    <p>
      {manage === null ? null : (
        <>
          <a href={manage}>Delete it now</a>, or{' '}
        </>
      )}
      <a href="/subscribe">subscribe again</a>.
    </p>
  </SayPage>
);

export const ErasedPage = ({ at }: { at: At }) => (
  <SayPage at={at} title="Your address is deleted">
    <p class="lede">
      What is left is a keyed hash, by which we know not to write to it for thirty days, whoever asks.
    </p>
  </SayPage>
);

export const LostPage = ({ at }: { at: At }) => (
  <SayPage at={at} title="This link is not good any more">
    <p class="lede">It was used up, its time is over, or it is not complete.</p>
    <p>
      <a href="/subscribe">Ask for a new one</a> with the address it was sent to.
    </p>
  </SayPage>
);

export const RenewPage = ({ at, sent }: { at: At; sent: boolean }) =>
  sent ? (
    <AskedPage at={at} />
  ) : (
    <SayPage at={at} title="This link is too old">
      <p class="lede">
        Links to a subscription are good for three months. A new one can be sent to your mailbox.
      </p>
      <Button at={at} action="renew">
        Send me a new link
      </Button>
    </SayPage>
  );

export function ManagePage({
  at,
  filled,
  flaws,
  saved,
  active,
}: {
  at: At;
  filled: Filled;
  flaws: readonly string[];
  saved: boolean;
  active: boolean;
}) {
  return (
    <SayPage at={at} title="Your subscription">
      {saved ? (
        <div class="note" role="status">
          <p>Saved. It holds from the next issue on.</p>
        </div>
      ) : null}
      <p class="lede">{active ? 'What you get at this address:' : 'This subscription has ended.'}</p>
      <Flaws flaws={flaws} />
      {active ? (
        <>
          <form class="preferences" method="post" action={at.path}>
            <PreferenceFields filled={filled} />
            <p>
              <button type="submit" name="action" value="change">
                Save
              </button>
            </p>
          </form>
          <h2>Unsubscribe</h2>
          <Button at={at} action="unsubscribe">
            End the subscription
          </Button>
        </>
      ) : (
        <p>
          <a href="/subscribe">Subscribe again</a>
        </p>
      )}
      <h2>Delete the address</h2>
      <p>
        Ends the subscription and deletes the address at once. What is left is a keyed hash, by which we know
        not to write to it for thirty days, whoever asks.
      </p>
      <Button at={at} action="erase">
        Delete my address
      </Button>
    </SayPage>
  );
}
