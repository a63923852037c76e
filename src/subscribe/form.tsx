import type { Child } from 'hono/jsx';
import { COUNTRIES, TOPICS } from '../mailing/list/preferences.ts';
import type { Subscription } from '../model/subscription.ts';

/** What stands in the form: as typed, so that nothing is lost where something has to be mended. */
export interface Filled {
  email: string;
  cadence: Subscription['cadence'];
  /** Names, separated by commas. */
  people: string;
  countries: readonly string[];
  topics: readonly string[];
}

export const BLANK: Filled = { email: '', cadence: 'daily', people: '', countries: [], topics: [] };

/** What has to be mended, named before the form. */
export function Flaws({ flaws }: { flaws: readonly string[] }) {
  if (flaws.length === 0) return null;
  return (
    <div class="note withdrawn" role="alert">
      {flaws.map((flaw) => (
        <p>{flaw}</p>
      ))}
    </div>
  );
}

/** How often, and about whom and what. */
export function PreferenceFields({ filled }: { filled: Filled }) {
  return (
    <>
      <fieldset>
        <legend>How often</legend>
        <Choice name="cadence" value="daily" type="radio" on={filled.cadence === 'daily'}>
          Every day that brought something new
        </Choice>
        <Choice name="cadence" value="weekly" type="radio" on={filled.cadence === 'weekly'}>
          Once a week, on Mondays
        </Choice>
      </fieldset>
      <fieldset>
        <legend>About what</legend>
        <p class="hint">
          A letter tells of whatever concerns any of these. Leave all of it empty to be told of everything.
        </p>
        <p class="wide">
          <label for="people">People, by name, separated by commas</label>
          <input id="people" name="people" value={filled.people} maxlength={3000} autocomplete="off" />
        </p>
        <Choices
          name="countries"
          title="Countries that are visited, or where something is said"
          of={COUNTRIES}
          on={filled.countries}
        />
        <Choices name="topics" title="Topics" of={TOPICS} on={filled.topics} />
      </fieldset>
    </>
  );
}

/** Many boxes to tick, folded away until some are, or until they are asked for. */
function Choices(props: {
  name: string;
  title: string;
  of: readonly { id: string; name: string }[];
  on: readonly string[];
}) {
  return (
    <details open={props.on.length > 0}>
      <summary>
        {props.title}
        {props.on.length > 0 ? ` (${props.on.length})` : ''}
      </summary>
      <div class="choices">
        {props.of.map(({ id, name }) => (
          <Choice name={props.name} value={id} type="checkbox" on={props.on.includes(id)}>
            {name}
          </Choice>
        ))}
      </div>
    </details>
  );
}

function Choice(props: {
  name: string;
  value: string;
  type: 'radio' | 'checkbox';
  on: boolean;
  children: Child;
}) {
  const id = `${props.name}-${props.value}`;
  return (
    <p class="choice">
      <input id={id} type={props.type} name={props.name} value={props.value} checked={props.on} />{' '}
      <label for={id}>{props.children}</label>
    </p>
  );
}
