import type { DescribedGroup } from '@zikao/contract/forms/form';
import { Card } from '#ui/Card';
import { Rows } from '#ui/Rows';

interface Props {
  groups: readonly DescribedGroup[];
  pictureUrl: ((id: string) => string) | undefined;
}

/** What is on record now: rows, and the photo below them. */
export function Original({ groups, pictureUrl }: Props) {
  return groups.map(({ title, rows }) => (
    <Card key={title} className="original">
      <Rows
        title={title}
        rows={rows
          .filter(({ picture }) => !picture)
          .map(({ label, text }) => ({ label, value: <span className="num">{text}</span> }))}
      />
      {pictureUrl &&
        rows
          .filter(({ picture }) => picture)
          .map(({ key, label, picture }) => (
            <figure key={key} className="original__picture">
              <figcaption>{label}</figcaption>
              <img src={pictureUrl(picture!)} alt={label} />
            </figure>
          ))}
    </Card>
  ));
}
