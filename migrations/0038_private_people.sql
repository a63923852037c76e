-- Who holds no public office is named where quoted and stands in no list: their place lies beyond the last of every list
-- (2^53), with the same bits of a hash of the id as before, and they are not counted among the people of the record.
-- (A body holds U+0001 for the origin, so that SQLite takes it for no JSON; inside a string of it quotes are escaped.)
UPDATE tally SET n = n - (SELECT count(*) FROM person WHERE ord > 0 AND ord < 9007199254740992 AND instr(body, '"indexed":false') > 0) WHERE name IN ('person', 'person kind:person');
UPDATE person SET ord = 9007199254740992 + (ord & 8589934591) * 2 WHERE ord > 0 AND ord < 9007199254740992 AND instr(body, '"indexed":false') > 0;
