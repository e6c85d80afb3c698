import { type Config, ConfigError } from '#config';
import type { Db } from '#platform/database';
import { openEngine, type Engine } from '#platform/engine';
import type { Images } from '#platform/images';
import { openPopulation, type Population } from '#platform/population';
import { type Examiner, openVerifier, pixelExaminer, type Verifier } from '#platform/verification';

/** What this process verifies with, and whether it can now. */
export interface Verifying {
  verifier: Verifier;
  up(): boolean;
  /** Hears whenever that may have changed. */
  listen(heard: () => void): void;
  close(): Promise<void>;
}

/**
 * Whom to ask, by IDENTITY: our engine, the public-security service, or the service about what our engine let pass.
 * Without our engine (`http`) size and pixels are still measured here, so that no photo passes unseen.
 */
export function openVerifying(config: Config, db: Db, images: Images): Verifying {
  let heard = () => {};
  const engine: Engine | undefined =
    config.IDENTITY === 'http' || config.VERIFIERS === 0
      ? undefined
      : openEngine({ workers: config.VERIFIERS, onChange: () => heard() });
  const service = config.IDENTITY === 'local' ? undefined : openService(config, db);
  const examiners: Examiner[] = [engine?.examine ?? pixelExaminer(images)];
  if (service) examiners.push(service.examine);
  return {
    verifier: openVerifier(examiners, engine?.read),
    up: () => config.VERIFIERS > 0 && (engine?.up() ?? true) && (service?.up() ?? true),
    listen: (listener) => void (heard = listener),
    close: async () => engine?.close(),
  };
}

function openService({ IDENTITY_URL: url, IDENTITY_SECRET: secret }: Config, db: Db): Population {
  if (!url || !secret) throw new ConfigError('IDENTITY_URL、IDENTITY_SECRET：必填');
  return openPopulation({ url, secret, db });
}
