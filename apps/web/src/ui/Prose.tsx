import './prose.css';

/** A text of the province: paragraphs; `# ` begins a heading, `- ` a list item. Nothing in it is markup. */
export function Prose({ body }: { body: string }) {
  const blocks = body
    .split(/\n{2,}|\n(?=# )/)
    .map((block) => block.trim())
    .filter(Boolean);
  return (
    <div className="prose">
      {blocks.map((block, index) => (
        <Block key={index} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { block: string }) {
  const lines = block.split('\n');
  if (lines[0]!.startsWith('# '))
    return (
      <>
        <h3>{lines[0]!.slice(2)}</h3>
        {lines.length > 1 && <Block block={lines.slice(1).join('\n')} />}
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
        <Block block={lines.slice(0, item).join('\n')} />
        <Block block={lines.slice(item).join('\n')} />
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
