-- One row for each record.
CREATE TABLE wallet (
  stream_name VARCHAR(200) NOT NULL,
  topic_name VARCHAR(249) NOT NULL,
  partition_number INTEGER NOT NULL,
  record_offset BIGINT NOT NULL,
  timestamp_ms BIGINT NOT NULL,
  content VARCHAR(1000) NOT NULL,
  PRIMARY KEY (stream_name, topic_name, partition_number, record_offset)
);
