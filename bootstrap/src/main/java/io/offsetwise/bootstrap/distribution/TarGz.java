package io.offsetwise.bootstrap.distribution;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * A {@code .tar.gz} with one folder in it. The same files make the same bytes, on every machine and
 * at any time.
 *
 * @param folder the name of that folder
 * @param files the files below it, in any order
 */
record TarGz(String folder, List<PackagedFile> files) {

  /** No file's own time; the beginning of time, 1970, is one that tar warns of. */
  private static final FileTime TIME = FileTime.from(Instant.parse("2000-01-01T00:00:00Z"));

  private static final String OWNER = "root";
  private static final int BUFFER_BYTES = 1 << 16;

  TarGz {
    files = files.stream().sorted(Comparator.comparing(PackagedFile::name)).toList();
  }

  /**
   * Writes the archive; {@code out} stays open.
   *
   * @param done takes the count of files so far, after each
   * @throws IOException when a file cannot be read, or {@code out} takes no more
   */
  void writeTo(OutputStream out, LongConsumer done) throws IOException {
    GzipCompressorOutputStream gzip = new GzipCompressorOutputStream(out, compression());
    TarArchiveOutputStream tar = new TarArchiveOutputStream(gzip);
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    for (int file = 0; file < files.size(); file++) {
      add(files.get(file), tar);
      done.accept(file + 1L);
    }
    tar.finish();
    gzip.finish();
  }

  private void add(PackagedFile file, TarArchiveOutputStream tar) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(folder + "/" + file.name());
    entry.setSize(file.content().size());
    entry.setMode(file.mode());
    entry.setModTime(TIME);
    entry.setNames(OWNER, OWNER);
    tar.putArchiveEntry(entry);
    file.content().copyTo(tar);
    tar.closeArchiveEntry();
  }

  /** Nearly all are jars, which are compressed: more effort costs seconds and saves nothing. */
  private static GzipParameters compression() {
    GzipParameters parameters = new GzipParameters();
    parameters.setCompressionLevel(Deflater.BEST_SPEED);
    parameters.setBufferSize(BUFFER_BYTES);
    return parameters;
  }
}
