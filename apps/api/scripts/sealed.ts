/** Every column that holds a value sealed under a key of the ring. What is sealed anew is found by this list. */
export const SEALED_COLUMNS = [
  { table: 'accounts', column: 'id_number', aad: 'accounts.idNumber' },
  { table: 'accounts', column: 'phone', aad: 'accounts.phone' },
  { table: 'accounts', column: 'totp_secret', aad: 'accounts.totpSecret' },
  { table: 'profiles', column: 'answers', aad: 'profiles.answers' },
  { table: 'profile_submissions', column: 'answers', aad: 'profile_submissions.answers' },
  { table: 'profile_submissions', column: 'groups', aad: 'profile_submissions.groups' },
  { table: 'profile_submissions', column: 'card', aad: 'profile_submissions.card' },
  { table: 'pictures', column: 'reading', aad: 'pictures.reading' },
  { table: 'person_changes', column: 'before', aad: 'person_changes.before' },
  { table: 'person_changes', column: 'after', aad: 'person_changes.after' },
  { table: 'applications', column: 'answers', aad: 'applications.answers' },
  { table: 'applications', column: 'outcome', aad: 'applications.outcome' },
  { table: 'application_submissions', column: 'answers', aad: 'application_submissions.answers' },
  { table: 'application_submissions', column: 'groups', aad: 'application_submissions.groups' },
  { table: 'held_decisions', column: 'body', aad: 'held_decisions.body' },
  { table: 'held_decisions', column: 'name', aad: 'held_decisions.name' },
  { table: 'officer_notices', column: 'text', aad: 'officer_notices.text' },
  { table: 'documents', column: 'name', aad: 'documents.name' },
  { table: 'idempotency', column: 'answer', aad: 'idempotency.answer' },
] as const;

/** `bytea` columns that are hashes, indexes or links of a chain: nothing to open, nothing to seal anew. */
export const OPEN_COLUMNS = [
  'accounts.id_number_index',
  'accounts.phone_index',
  'admission_numbers.id_number_index',
  'audit_heads.hash',
  'audit_heads.signature',
  'audit_links.hash',
  'audit_tip.hash',
  'audit_tip.signature',
  'documents.digest',
  'idempotency.body_hash',
  'sessions.token_hash',
  'sms_codes.code_hash',
  'sms_codes.phone_index',
] as const;
