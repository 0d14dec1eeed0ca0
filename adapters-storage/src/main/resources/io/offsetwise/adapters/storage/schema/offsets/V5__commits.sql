-- What each commit held (offsets, results or both) and under which guarantee it was made. The commit of results has an
-- entry of its own, beside the results. Entries of older versions have neither: each of them is of a saved position.
ALTER TABLE offset_history ADD COLUMN committed VARCHAR(10);
ALTER TABLE offset_history ADD COLUMN guarantee VARCHAR(50);
