-- An id that was a redirect from its first day was never shown to anybody: it is no change that a mirror has to hear of.
UPDATE document SET updated_at = '' WHERE status = 'redirected' AND first_rev = rev;
UPDATE person SET updated_at = '' WHERE status = 'redirected' AND first_rev = rev;
UPDATE place SET updated_at = '' WHERE status = 'redirected' AND first_rev = rev;
UPDATE visit SET updated_at = '' WHERE status = 'redirected' AND first_rev = rev;
UPDATE engagement SET updated_at = '' WHERE status = 'redirected' AND first_rev = rev;
UPDATE quote SET updated_at = '' WHERE status = 'redirected' AND first_rev = rev;
UPDATE figure SET updated_at = '' WHERE status = 'redirected' AND first_rev = rev;
