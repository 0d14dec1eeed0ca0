-- Messages and bytes that were counted, one row for each partition.
CREATE TABLE message_count (
  stream_name VARCHAR(200) NOT NULL,
  topic_name VARCHAR(249) NOT NULL,
  partition_number INTEGER NOT NULL,
  messages BIGINT NOT NULL,
  bytes BIGINT NOT NULL,
  PRIMARY KEY (stream_name, topic_name, partition_number)
);
