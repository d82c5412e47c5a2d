// Every widget of client/ui in every state it has, for looking at and for axe. What a pointer or the focus changes is changed
// by pointing at it.

import { Copy, Lock, Pencil, Plus, Search, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Avatar } from '../ui/Avatar.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Keys } from '../ui/Keys.tsx';
import { Menu, type MenuEntry } from '../ui/Menu.tsx';
import { Popover } from '../ui/Popover.tsx';
import { TextArea, TextField } from '../ui/TextField.tsx';
import { toast } from '../ui/Toast.tsx';
import { samples } from './gallerySamples.ts';

export const galleryWidgets: Readonly<Record<string, () => ReactNode>> = {
  buttons: Buttons,
  iconButtons: IconButtons,
  fields: Fields,
  people: People,
  surfaces: Surfaces,
};

function Row({ children }: { readonly children: ReactNode }) {
  return <div className="row">{children}</div>;
}

function Buttons() {
  return (
    <>
      {samples.variants.map((variant, index) => (
        <Row key={variant}>
          <Button variant={variant}>{samples.buttons[index]}</Button>
          <Button variant={variant} icon={<Plus />}>
            {samples.buttons[index]}
          </Button>
          <Button variant={variant} disabled>
            {samples.disabled}
          </Button>
          <Button variant={variant} busy>
            {samples.busy}
          </Button>
          <Button variant={variant} size="large">
            {samples.large}
          </Button>
        </Row>
      ))}
      <Button>{samples.long}</Button>
    </>
  );
}

function IconButtons() {
  return (
    <Row>
      <IconButton label={samples.hidden} icon={<Search />} keys="mod+k" />
      <IconButton label={samples.buttons[0]} icon={<Pencil />} pressed />
      <IconButton label={samples.buttons[1]} icon={<Pencil />} pressed={false} badge="W" />
      <IconButton label={samples.disabled} icon={<Lock />} disabled />
      <IconButton label={samples.buttons[3]} icon={<Trash2 />} tone="danger" />
      {samples.keys.map((keys) => (
        <Keys key={keys} keys={keys} />
      ))}
    </Row>
  );
}

function Fields() {
  return (
    <>
      <TextField label={samples.field} placeholder={samples.placeholder} />
      <TextField label={samples.field} defaultValue={samples.filled} hint={samples.hint} />
      <TextField label={samples.field} defaultValue={samples.filled} error={samples.error} />
      <TextField label={samples.field} defaultValue={samples.filled} disabled />
      <TextField label={samples.hidden} labelHidden placeholder={samples.hidden} />
      <TextArea label={samples.area} defaultValue={samples.lines} rows={3} />
    </>
  );
}

function People() {
  return (
    <Row>
      {samples.people.map((name, index) => (
        <Avatar key={name} name={name} colour={index} />
      ))}
      {samples.people.map((name, index) => (
        <Avatar key={name} name={name} colour={(index + 7) % 12} size="small" />
      ))}
    </Row>
  );
}

const entries: readonly MenuEntry[] = [
  { id: 'write', label: samples.buttons[0], icon: <Pencil />, keys: 'enter', onSelect: () => {} },
  { id: 'copy', label: samples.long, icon: <Copy />, keys: 'mod+c', onSelect: () => {} },
  { id: 'off', label: samples.disabled, disabled: true, onSelect: () => {} },
  { id: 'on', label: samples.buttons[1], checked: true, startsGroup: true, onSelect: () => {} },
  { id: 'not', label: samples.buttons[2], checked: false, onSelect: () => {} },
  {
    id: 'delete',
    label: samples.buttons[3],
    icon: <Trash2 />,
    danger: true,
    startsGroup: true,
    onSelect: () => {},
  },
];

function Surfaces() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Card className="padded">{samples.card}</Card>
      <Row>
        <Menu label={samples.menu} trigger={<Button>{samples.menu}</Button>} entries={entries} />
        <Popover label={samples.popover} trigger={<Button>{samples.popover}</Button>}>
          <p>{samples.text}</p>
        </Popover>
        <Button onClick={() => setOpen(true)}>{samples.dialog}</Button>
        <Button onClick={() => toast({ text: samples.said })}>{samples.news}</Button>
        <Button
          onClick={() =>
            toast({
              text: samples.failed,
              tone: 'trouble',
              forMs: 0,
              action: { label: samples.undo, run: () => {} },
            })
          }
        >
          {samples.trouble}
        </Button>
      </Row>
      <Dialog
        open={open}
        title={samples.field}
        description={samples.text}
        onClose={() => setOpen(false)}
        footer={
          <Button variant="solid" onClick={() => setOpen(false)}>
            {samples.close}
          </Button>
        }
      >
        <TextField label={samples.field} hint={samples.hint} />
      </Dialog>
    </>
  );
}
