import type pg from 'pg';

/** Each text costs each connection some kilobytes; what is put together at run time must not add up without end. */
const MOST = 256;

/**
 * Has each connection of a pool parse and plan a statement once, not at every call: in the opening minute that is half of
 * the database's work. Between here and PostgreSQL a PgBouncer must know prepared statements (1.21 or newer).
 */
export function keepPlans(pool: pg.Pool): void {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    if (!names.has(text) && names.size < MOST) names.set(text, `s${names.size}`);
    return names.get(text);
  };
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as unknown as Query;
    const named: Query = (statement, ...more) => {
      const [values] = more;
      const plain = typeof statement === 'string' || !Array.isArray(values) || values.length === 0;
      if (plain) return query(statement, ...more);
      const name = nameOf(statement.text);
      return query(name === undefined ? statement : ({ ...statement, name } as { text: string }), ...more);
    };
    client.query = named as unknown as typeof client.query;
  });
}

type Query = (statement: string | { text: string }, ...more: unknown[]) => unknown;
