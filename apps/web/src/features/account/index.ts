/** Each page of the account is a chunk of its own: only the few who need it download it. */
export const registerPage = async () => (await import('./RegisterPage.tsx')).RegisterPage;
