/** Each page of the account is a chunk of its own: only the few who need it download it. */
export const registerPage = async () => (await import('./RegisterPage.tsx')).RegisterPage;
export const forgotPasswordPage = async () => (await import('./ForgotPasswordPage.tsx')).ForgotPasswordPage;
export const firstSignInPage = async () => (await import('./FirstSignInPage.tsx')).FirstSignInPage;
export const undoPage = async () => (await import('./UndoPage.tsx')).UndoPage;
export const accountPage = async () => (await import('./AccountPage.tsx')).AccountPage;
