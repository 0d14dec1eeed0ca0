-- How a stream was saved, claim by claim. It is kept beside the results, wherever the offsets are: only there can be
-- seen that their storage has changed. An epoch counts the claims of one storage, claim_number those of the stream.
-- changes says what was different from the claim before, and accepted.
CREATE TABLE stream_claim (
  stream_name VARCHAR(200) NOT NULL,
  claim_number BIGINT NOT NULL,
  epoch BIGINT NOT NULL,
  guarantee VARCHAR(50) NOT NULL,
  save_scope VARCHAR(50) NOT NULL,
  offset_storage VARCHAR(50) NOT NULL,
  storage_place VARCHAR(1000) NOT NULL,
  result_kind VARCHAR(50) NOT NULL,
  atomicity VARCHAR(50) NOT NULL,
  changes VARCHAR(4000) NOT NULL,
  claimed_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
  PRIMARY KEY (stream_name, claim_number)
);
