import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';

interface Props {
  open: boolean;
  busy: 'continue' | 'desk' | undefined;
  onChoose: (choice: 'continue' | 'desk') => void;
}

/** After three failures: 继续上传 or 到考区线下采集. */
export function ChoiceDialog({ open, busy, onChoose }: Props) {
  return (
    <Dialog
      open={open}
      title="照片三次没有通过验证"
      actions={
        <>
          <Button busy={busy === 'desk'} onClick={() => onChoose('desk')}>
            到考区线下采集
          </Button>
          <Button look="primary" busy={busy === 'continue'} onClick={() => onChoose('continue')}>
            继续上传
          </Button>
        </>
      }
    >
      <p>您可以继续上传照片，也可以携带本人有效身份证件，到所选考区现场采集照片。</p>
      <p>选择到考区线下采集后，已填写的信息会先提交给考区，照片由工作人员现场采集。</p>
    </Dialog>
  );
}
