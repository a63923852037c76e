-- Letters are kept as a list of parts, so that no text can stand where a reader's own links go; those of before are
-- written anew when they are needed. An issue as prose is made of its body whenever it is asked for.
DELETE FROM letter;
ALTER TABLE digest DROP COLUMN text;
