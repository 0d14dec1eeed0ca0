package io.offsetwise.adapters.kafka.log;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.protocol.ApiKeys;

/**
 * Knocks at an address without any of Kafka's clients, to tell what is behind it: a client tells
 * silence alone. Says no more than that it wants to know the versions, unencrypted and without a
 * login, which a broker answers before both.
 */
final class PortProbe {

  /** What is behind an address. */
  enum Answer {
    /** The name has no address. */
    UNRESOLVED,
    /** Nobody listens, or no packet comes there. */
    UNREACHABLE,
    /** Somebody listens and says nothing within the bound. */
    SILENT,
    /** Kafka, without encryption. */
    KAFKA,
    /** Somebody who speaks TLS. */
    TLS,
    /** Somebody who closes the connection, or speaks something else. */
    OTHER
  }

  /** A record of TLS with an alert, by RFC 8446: its type, and the first byte of its version. */
  private static final int TLS_ALERT = 0x15;

  private static final int TLS_VERSION = 0x03;

  /** The question itself, by Kafka's protocol: length, key, version 0, number, no client's name. */
  private static final byte[] QUESTION = {
    0,
    0,
    0,
    10,
    0,
    (byte) ApiKeys.API_VERSIONS.id,
    0,
    0,
    'o',
    'f',
    'f',
    's',
    (byte) 0xff,
    (byte) 0xff
  };

  private static final int NUMBER_AT = 8;
  private static final int NUMBER_LENGTH = 4;
  private static final int REPLY_LENGTH = 8;

  private PortProbe() {}

  /**
   * Knocks once.
   *
   * @param bound of connecting, and of waiting for an answer
   */
  static Answer at(Node broker, Duration bound) {
    InetSocketAddress address = new InetSocketAddress(broker.host(), broker.port());
    if (address.isUnresolved()) {
      return Answer.UNRESOLVED;
    }
    try (Socket socket = new Socket()) {
      socket.connect(address, Math.toIntExact(bound.toMillis()));
      socket.setSoTimeout(Math.toIntExact(bound.toMillis()));
      return ask(socket);
    } catch (IOException unreachable) {
      return Answer.UNREACHABLE;
    }
  }

  private static Answer ask(Socket socket) {
    try {
      socket.getOutputStream().write(QUESTION);
      return whose(socket.getInputStream());
    } catch (SocketTimeoutException silent) {
      return Answer.SILENT;
    } catch (IOException closed) {
      return Answer.OTHER;
    }
  }

  private static Answer whose(InputStream in) throws IOException {
    byte[] reply = in.readNBytes(2);
    if (reply.length == 2 && reply[0] == TLS_ALERT && reply[1] == TLS_VERSION) {
      return Answer.TLS;
    }
    byte[] rest = in.readNBytes(REPLY_LENGTH - reply.length);
    return repeatsNumber(rest) ? Answer.KAFKA : Answer.OTHER;
  }

  /** After the length, of which two bytes are read already. */
  private static boolean repeatsNumber(byte[] rest) {
    int numberAt = REPLY_LENGTH - NUMBER_LENGTH - 2;
    for (int i = 0; i < NUMBER_LENGTH; i++) {
      if (rest.length <= numberAt + i || rest[numberAt + i] != QUESTION[NUMBER_AT + i]) {
        return false;
      }
    }
    return true;
  }
}
