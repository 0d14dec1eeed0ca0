package io.offsetwise.adapters.spark.executor;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import org.apache.spark.serializer.KryoRegistrator;

/**
 * Lets Kryo, where a user chose it, leave records to Java serialization: it cannot set their final
 * fields. Spark makes an instance by name on driver and executors.
 */
public final class RecordKryoRegistrator implements KryoRegistrator {

  @Override
  public void registerClasses(Kryo kryo) {
    kryo.addDefaultSerializer(Record.class, JavaSerializer.class);
  }
}
