package io.offsetwise.bootstrap.sample.wallet;

import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.save.RejectedRecordException;
import io.offsetwise.application.source.SourceRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Each record becomes a row; one that the table could not take is rejected, as a dead letter. */
public record WalletFunction() implements RecordFunction<Wallet> {

  @Override
  public void apply(SourceRecord record, Consumer<? super Wallet> results) {
    if (record.value() == null) {
      throw new RejectedRecordException("it has no value");
    }
    String content = decoded(record.value());
    if (content.length() > WalletJob.LONGEST) {
      throw new RejectedRecordException("its value is longer than " + WalletJob.LONGEST);
    }
    results.accept(
        new Wallet(
            record.topic(), record.partition(), record.offset(), record.timestamp(), content));
  }

  private static String decoded(byte[] value) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
    } catch (CharacterCodingException malformed) {
      throw new RejectedRecordException("its value is not UTF-8");
    }
  }
}
