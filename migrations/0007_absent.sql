-- Entries that came and were withdrawn again between two issues. No issue tells of them; should a source say it again,
-- the next one does.
ALTER TABLE digest ADD COLUMN absent TEXT NOT NULL DEFAULT '[]';
CREATE INDEX digest_absent ON digest (cadence) WHERE absent <> '[]';
