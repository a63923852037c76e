-- While a dump is put back nothing else may write: what came in between would stand on half a record.
CREATE TRIGGER write_guard_restoring BEFORE INSERT ON write_guard WHEN EXISTS (SELECT 1 FROM moment WHERE name = 'restoring') BEGIN SELECT RAISE(ABORT, 'the record is being restored'); END;
