package io.offsetwise.bootstrap.command;

import io.offsetwise.domain.text.Text;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the results of verbs go, and the only way there. {@code System.out} and every {@link
 * PrintWriter} keep to themselves what goes wrong; this says it on standard error, once, and {@link
 * PrintWriter#checkError} of the writer around it tells whoever chooses the exit code.
 */
public final class StandardOutput extends OutputStream {

  private static final Path OF_THIS_PROCESS = Path.of("/dev/stdout");

  private final FileOutputStream out;
  private final PrintWriter err;
  private boolean lost;

  /**
   * Output to any place.
   *
   * @param out takes the results; stays open
   * @param err takes the message when it does not
   */
  StandardOutput(FileOutputStream out, PrintWriter err) {
    this.out = Objects.requireNonNull(out, "out");
    this.err = Objects.requireNonNull(err, "err");
  }

  /** A writer to the standard output of this process; each line is written at once. */
  public static PrintWriter ofThisProcess(PrintWriter err) {
    return writer(new FileOutputStream(FileDescriptor.out), err);
  }

  /** The same to another place. */
  static PrintWriter writer(FileOutputStream out, PrintWriter err) {
    return new PrintWriter(new StandardOutput(out, err), true, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int from, int length) throws IOException {
    try {
      out.write(octets, from, length);
    } catch (IOException unwritten) {
      throw told(unwritten);
    }
  }

  /** A file may turn out to be cut short only when it is to be durable: an export is a backup. */
  @Override
  public void flush() throws IOException {
    if (Files.isRegularFile(OF_THIS_PROCESS)) {
      try {
        out.getFD().sync();
      } catch (IOException unwritten) {
        throw told(unwritten);
      }
    }
  }

  private IOException told(IOException unwritten) {
    if (!lost) {
      lost = true;
      err.println(
          Text.of(
              "offsetwise: the result cannot be written to standard output (%s): it is lost or cut"
                  + " short; what the verb did besides is done",
              unwritten.getMessage()));
    }
    return unwritten;
  }
}
