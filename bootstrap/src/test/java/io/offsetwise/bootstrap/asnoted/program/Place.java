package io.offsetwise.bootstrap.asnoted.program;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The result that every program makes of a record: where it lies in Kafka's log. */
public record Place(String topic, int partition, long offset) implements Serializable {

  static Place of(ConsumerRecord<String, String> record) {
    return new Place(record.topic(), record.partition(), record.offset());
  }

  static List<Place> of(Iterator<ConsumerRecord<String, String>> records) {
    List<Place> places = new ArrayList<>();
    records.forEachRemaining(record -> places.add(of(record)));
    return places;
  }

  /** What {@link #text()} has made of a place. */
  static Place parse(String text) {
    String[] words = text.split("/", -1);
    return new Place(words[0], Integer.parseInt(words[1]), Long.parseLong(words[2]));
  }

  String text() {
    return topic + "/" + partition + "/" + offset;
  }
}
