import { paths } from '#paths';
import { Button, ButtonLink } from '#ui/Button';

interface Props {
  numbers: readonly string[];
  onDrop: (number: string) => void;
}

/** The numbers chosen so far, and the way on once there are two. */
export function Chosen({ numbers, onDrop }: Props) {
  if (numbers.length === 0) return null;
  const [a = '', b] = numbers;
  return (
    <div className="merges__chosen" role="status">
      <span>
        已选 <b className="num">{numbers.join('、')}</b>
      </span>
      {b ? (
        <ButtonLink
          look="primary"
          to={`${paths.mergeComparison}?${new URLSearchParams({ a, b }).toString()}`}
        >
          并排比较
        </ButtonLink>
      ) : (
        <span>请再选一个；是考生提供的旧号，可以直接按准考证号查找。</span>
      )}
      {!b && (
        <Button look="plain" onClick={() => onDrop(a)}>
          清除所选
        </Button>
      )}
    </div>
  );
}
