import type { Profile } from '@zikao/contract/candidates';
import { Card } from '#ui/Card';
import { ConsentForm } from './ConsentForm.tsx';

interface Props {
  id: string;
  error: string | undefined;
  onConsented: (profile: Profile) => void;
  /** Who does not consent goes to the desk. */
  onRefused: () => void;
  busy: boolean;
}

/** The consent on the photo step; shown until it is given. */
export function PictureConsent(props: Props) {
  return (
    <Card title="身份证图片和照片的单独同意">
      <ConsentForm {...props} refusal="不同意，到考区线下采集">
        提交验证时，系统会自动检查您的照片和身份证图片，结果和图片只供考区审核使用。
      </ConsentForm>
    </Card>
  );
}
