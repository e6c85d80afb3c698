import { Link, useLocation } from 'react-router';
import { paths } from '#paths';
import { Button } from './Button.tsx';
import { candidateNav, covers } from './candidate-nav.ts';
import { Dialog } from './Dialog.tsx';
import { LargeTypeSwitch } from './TopBar.tsx';

type Props = { open: boolean; onClose: () => void; person: { name: string }; onSignOut: () => void };

/** The whole menu at once, as a sheet: what a phone shows for the bar of menus. */
export function CandidateSheet({ open, onClose, person, onSignOut }: Props) {
  const { pathname } = useLocation();
  const links = candidateNav.map((group) => ({
    label: group.label,
    items: group.items ?? [{ label: group.label, to: group.to! }],
  }));
  return (
    <Dialog open={open} onClose={onClose} title={person.name} kind="sheet">
      <nav aria-label="主菜单" onClick={onClose}>
        {links.map((group) => (
          <section key={group.label} className="sheet__group">
            {group.items[0]?.label !== group.label && <h3 className="sheet__title">{group.label}</h3>}
            <ul className="sheet__list">
              {group.items.map((item) => (
                <li key={item.to}>
                  <Link
                    className="sheet__link"
                    to={item.to}
                    aria-current={covers(item.to, pathname) ? 'page' : undefined}
                  >
                    {item.label}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <ul className="sheet__list sheet__group">
          <li>
            <Link className="sheet__link" to={paths.account}>
              账号与安全
            </Link>
          </li>
          <li>
            <Link className="sheet__link" to={paths.messages}>
              消息
            </Link>
          </li>
        </ul>
      </nav>
      <div className="row">
        <LargeTypeSwitch className="btn btn--ghost" />
        <Button onClick={onSignOut}>退出登录</Button>
      </div>
    </Dialog>
  );
}
