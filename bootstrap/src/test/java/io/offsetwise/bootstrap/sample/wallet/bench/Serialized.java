package io.offsetwise.bootstrap.sample.wallet.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

/** Java serialization, the form in which tasks travel. */
final class Serialized {

  private Serialized() {}

  static byte[] of(Object travelling) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(travelling);
    }
    return bytes.toByteArray();
  }

  static void unpack(byte[] bytes, int times) throws IOException, ClassNotFoundException {
    for (int task = 0; task < times; task++) {
      try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
        in.readObject();
      }
    }
  }
}
