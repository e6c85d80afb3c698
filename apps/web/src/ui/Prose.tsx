import './prose.css';

/** A text of the province: paragraphs; `# ` begins a heading, `- ` a list item. Nothing in it is markup. `level`: of the headings. */
export function Prose({ body, level = 3 }: { body: string; level?: 2 | 3 }) {
  const blocks = body
    .split(/\n{2,}|\n(?=# )/)
    .map((block) => block.trim())
    .filter(Boolean);
  return (
    <div className="prose">
      {blocks.map((block, index) => (
        <Block key={index} block={block} level={level} />
      ))}
    </div>
  );
}

function Block({ block, level }: { block: string; level: 2 | 3 }) {
  const Heading = `h${level}` as const;
  const lines = block.split('\n');
  if (lines[0]!.startsWith('# '))
    return (
      <>
        <Heading>{lines[0]!.slice(2)}</Heading>
        {lines.length > 1 && <Block block={lines.slice(1).join('\n')} level={level} />}
      </>
    );
  if (lines.every((line) => line.startsWith('- ')))
    return (
      <ul>
        {lines.map((line) => (
          <li key={line}>{line.slice(2)}</li>
        ))}
      </ul>
    );
  const item = lines.findIndex((line) => line.startsWith('- '));
  if (item > 0)
    return (
      <>
        <Block block={lines.slice(0, item).join('\n')} level={level} />
        <Block block={lines.slice(item).join('\n')} level={level} />
      </>
    );
  return (
    <>
      {lines.map((line) => (
        <p key={line}>{line.startsWith('- ') ? line.slice(2) : line}</p>
      ))}
    </>
  );
}
