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
        <p class="wide">
          <label for="countries">Countries that are visited, or where something is said</label>
          <select id="countries" name="countries" multiple size={6}>
            {COUNTRIES.map(({ id, name }) => (
              <option value={id} selected={filled.countries.includes(id)}>
                {name}
              </option>
            ))}
          </select>
        </p>
        <details open={filled.topics.length > 0}>
          <summary>Topics</summary>
          <div class="choices">
            {TOPICS.map(({ id, name }) => (
              <Choice name="topics" value={id} type="checkbox" on={filled.topics.includes(id)}>
                {name}
              </Choice>
            ))}
          </div>
        </details>
      </fieldset>
    </>
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
