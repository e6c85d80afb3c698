import { paths } from '#paths';
import { ButtonLink } from './Button.tsx';
import { PageTitle } from './PageTitle.tsx';
import { State } from './State.tsx';

/** In the place of a page that does not exist. */
export function NotFound() {
  return (
    <>
      <PageTitle title="没有找到这个页面" />
      <State
        title="地址可能写错了，或者页面已经移走"
        actions={
          <ButtonLink look="primary" to={paths.signIn}>
            回到首页
          </ButtonLink>
        }
      />
    </>
  );
}
