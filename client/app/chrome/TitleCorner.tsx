// Top left: the menu, the board's name, and whether the work is safe.

import { Home, Keyboard, Languages, Menu as MenuIcon, Moon, Search, Trash2 } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { can } from '../../../shared/board/roles.ts';
import type { Action } from '../../editor/actions.ts';
import type { FeatureView } from '../../features/feature.ts';
import { features } from '../../features/index.ts';
import { t } from '../../text/catalogue.ts';
import { languageNames, languages } from '../../text/language.ts';
import { Card } from '../../ui/Card.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { toast } from '../../ui/Toast.tsx';
import { useSignal } from '../../ui/useSignal.ts';
import { useSurroundings } from '../surroundings.ts';
import { applyTheme, isDark } from '../theme.ts';
import { useLanguage } from '../useLanguage.ts';
import { BoardTitle } from './BoardTitle.tsx';
import { SaveDot } from './SaveDot.tsx';
import styles from './TitleCorner.module.css';
import { stateOfActions, useEditorTick } from './useEditorTick.ts';

export function TitleCorner({ view }: { readonly view: FeatureView }) {
  return (
    <Card className={styles.corner} role="group" aria-label={t('board.chrome')}>
      <BoardMenu view={view} />
      {features.flatMap(({ name, corners = [] }) =>
        corners
          .filter(({ place }) => place === 'menu')
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of features never changes.
          .map(({ view: Corner }, index) => <Corner key={`${name}-${index}`} {...view} />),
      )}
      <div className={styles.words}>
        <BoardTitle board={view.board} />
        <SaveDot board={view.board} />
      </div>
    </Card>
  );
}

/** What stands together in the menu, in this order; what is on none of these shelves stands on one of its own, the last. */
const shelves: readonly (readonly string[])[] = [
  ['outline.open', 'table.open'],
  ['summary.open', 'export.open', 'import.open'],
  ['voting.show', 'voting.start', 'decisions.show', 'actionItems.show'],
  ['templates.open', 'templates.save', 'series.make', 'series.goNext', 'series.goPrevious'],
  ['webhook.open', 'feed.open'],
];

/** Whoever does not know the keys finds them, and everything else, from here. */
const helpful: readonly (readonly [id: string, icon: ReactNode])[] = [
  ['palette.open', <Search key="palette" />],
  ['keys.open', <Keyboard key="keys" />],
];

function BoardMenu({ view }: { readonly view: FeatureView }) {
  const [, navigate] = useLocation();
  const surroundings = useSurroundings();
  const { store } = surroundings;
  const role = useSignal(view.board.role);
  // Whether some of the actions have anything to do hangs on these.
  useSignal(view.board.kept.list);
  const { spoken, choose } = useLanguage();
  const [theme, setTheme] = useState(() => store.theme());
  const [actions, setActions] = useState<readonly Action[]>([]);
  useEffect(() => {
    const all = features.flatMap((feature) => feature.actions?.(view) ?? []);
    // What concerns items or people stands with them.
    setActions(all.filter(({ group = 'board' }) => group === 'board'));
  }, [view]);

  useEditorTick(
    view.editor,
    useCallback((editor) => stateOfActions(editor, idsOf(actions)), [actions]),
  );

  const entryOf = (action: Action): MenuEntry => ({
    id: action.id,
    label: t(action.label),
    keys: action.keys[0],
    onSelect: () => view.editor.run(action.id),
  });
  // What has nothing to do at the moment would only be one more thing to wonder about.
  const entries = onShelves(actions.filter((action) => action.enabled(view.editor))).flatMap((shelf, at) =>
    shelf.map((action, index) => ({ ...entryOf(action), startsGroup: at > 0 && index === 0 })),
  );
  for (const [index, [id, icon]] of helpful.entries()) {
    const action = view.editor.actions.get(id);
    if (action) entries.push({ ...entryOf(action), icon, startsGroup: index === 0 });
  }
  const dark = isDark(theme);
  entries.push(
    {
      id: 'theme',
      label: t('board.theme'),
      icon: <Moon />,
      checked: dark,
      startsGroup: entries.length > 0,
      onSelect: () => {
        const next = dark ? 'light' : 'dark';
        store.rememberTheme(next);
        applyTheme(next);
        setTheme(next);
      },
    },
    ...languages.map((each, index) => ({
      id: `language-${each}`,
      label: languageNames[each],
      icon: index === 0 && <Languages />,
      checked: each === spoken,
      startsGroup: index === 0,
      onSelect: () => choose(each),
    })),
    { id: 'home', startsGroup: true, label: t('board.home'), icon: <Home />, onSelect: () => navigate('/') },
  );
  if (can(role, 'facilitate')) {
    entries.push({
      id: 'trash',
      label: t('board.trash'),
      icon: <Trash2 />,
      danger: true,
      startsGroup: true,
      onSelect: async () => {
        const part = await import('../moveToTrash.ts').catch(() => null);
        if (part === null) toast({ text: t('commands.failed'), tone: 'trouble' });
        await part?.moveToTrash(surroundings, view.board, () => navigate('/'));
      },
    });
  }
  return (
    <Menu
      label={t('board.menu')}
      trigger={<IconButton label={t('board.menu')} icon={<MenuIcon />} />}
      entries={entries}
    />
  );
}

function onShelves(actions: readonly Action[]): Action[][] {
  const byId = new Map(actions.map((action) => [action.id, action]));
  const named = shelves.map((ids) => ids.flatMap((id) => byId.get(id) ?? []));
  const rest = actions.filter(({ id }) => !shelves.some((ids) => ids.includes(id)));
  return [...named, rest].filter((shelf) => shelf.length > 0);
}

function idsOf(actions: readonly Action[]): string[] {
  return actions.map(({ id }) => id);
}
