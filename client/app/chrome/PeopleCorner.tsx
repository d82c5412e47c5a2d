// Top right: what features put there, people and sharing first of all.

import type { FeatureView } from '../../features/feature.ts';
import { features } from '../../features/index.ts';
import { t } from '../../text/catalogue.ts';
import { Card } from '../../ui/Card.tsx';
import styles from './PeopleCorner.module.css';

export function PeopleCorner({ view }: { readonly view: FeatureView }) {
  return (
    <Card className={styles.corner} role="group" aria-label={t('board.people')}>
      {features.flatMap(({ name, corners = [] }) =>
        corners
          .filter(({ place }) => place === 'people')
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of features never changes.
          .map(({ view: Corner }, index) => <Corner key={`${name}-${index}`} {...view} />),
      )}
    </Card>
  );
}
