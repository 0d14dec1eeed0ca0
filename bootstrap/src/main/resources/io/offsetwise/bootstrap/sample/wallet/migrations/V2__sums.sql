-- A balance is a sum: two payments that a BIGINT holds may come to more than it holds. 38 digits hold as many payments
-- as a topic has offsets.
ALTER TABLE wallet_balance ALTER COLUMN cents SET DATA TYPE NUMERIC(38, 0);
