-- Leader epoch of the last record before next_offset: with it a position names a record, and a log that was cut and
-- refilled is noticed. Null where no record was read for the position, by a start or a reset, or by an older version.
ALTER TABLE stream_offset ADD COLUMN leader_epoch INTEGER;
