-- The history is asked for one partition at a time, from its end. The order of the columns is that of the queries.
CREATE INDEX offset_history_by_partition
  ON offset_history (stream_name, topic_name, partition_number, entry_id DESC);
