import { Page } from './layout.tsx';

/** What a reader sees when there is no such page, or the address asks for something that cannot be. */
export function ErrorPage({
  title,
  detail,
  path,
  origin,
}: {
  title: string;
  detail: string;
  path: string;
  origin: string;
}) {
  return (
    <Page origin={origin} path={path} title={title} description={detail} unlisted>
      <h1>{title}</h1>
      <p class="lede">{detail}</p>
      <p>
        <a href="/">The latest visits</a>, or search the record above.
      </p>
    </Page>
  );
}
