-- How many of the offsets in [from_offset, until_offset) held a record: the markers of transactions, aborted records and
-- what compaction has taken hold none. Null in the entries of older versions.
ALTER TABLE offset_history ADD COLUMN record_count BIGINT;
