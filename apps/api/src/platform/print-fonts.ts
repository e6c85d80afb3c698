import { createRequire } from 'node:module';
import { join } from 'node:path';

const { resolve } = createRequire(import.meta.url);
const HAN = join(resolve('@embedpdf/fonts-sc'), '../../fonts');
const TIBETAN = join(resolve('@expo-google-fonts/noto-serif-tibetan/metadata.json'), '..');

/** The only faces a paper may use, by the families `templates/sheet.typ` names. */
export const FONTS: readonly string[] = [
  join(HAN, 'NotoSansHans-Regular.otf'),
  join(HAN, 'NotoSansHans-Bold.otf'),
  join(TIBETAN, '400Regular/NotoSerifTibetan_400Regular.ttf'),
  join(TIBETAN, '700Bold/NotoSerifTibetan_700Bold.ttf'),
];
