-- Messages and bytes of the newest batches together, one row for each batch and partition. Rows are added and never
-- changed. Without a unique key: under at-least-once a batch may come back, with other bounds.
CREATE TABLE window_count (
  window_id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  stream_name VARCHAR(200) NOT NULL,
  topic_name VARCHAR(249) NOT NULL,
  partition_number INTEGER NOT NULL,
  window_from BIGINT NOT NULL,
  batch_from BIGINT NOT NULL,
  until_offset BIGINT NOT NULL,
  messages BIGINT NOT NULL,
  bytes BIGINT NOT NULL
);

CREATE INDEX window_count_place ON window_count (stream_name, topic_name, partition_number, window_id);
