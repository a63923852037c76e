-- Places are counted from the newest entry on: ord is (2^20 - 1 - day) * 2^33 + 33 bits of a hash of the id, so that lists
-- with the newest first, and every search for the newest, are read upwards. FTS5 finds the beginning of a page upwards by
-- skipping, downwards by reading its way back, which takes the longer the commoner a word or key is.
-- Unlisted rows keep their negative places. The triggers of each table mend its indexes.
UPDATE document SET ord = ((1048575 - (ord >> 33)) << 33) | (ord & 8589934591) WHERE ord > 0;
UPDATE person SET ord = ((1048575 - (ord >> 33)) << 33) | (ord & 8589934591) WHERE ord > 0;
UPDATE place SET ord = ((1048575 - (ord >> 33)) << 33) | (ord & 8589934591) WHERE ord > 0;
UPDATE visit SET ord = ((1048575 - (ord >> 33)) << 33) | (ord & 8589934591) WHERE ord > 0;
UPDATE engagement SET ord = ((1048575 - (ord >> 33)) << 33) | (ord & 8589934591) WHERE ord > 0;
UPDATE quote SET ord = ((1048575 - (ord >> 33)) << 33) | (ord & 8589934591) WHERE ord > 0;
UPDATE figure SET ord = ((1048575 - (ord >> 33)) << 33) | (ord & 8589934591) WHERE ord > 0;
