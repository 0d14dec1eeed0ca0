package io.offsetwise.bootstrap.command;

import io.offsetwise.application.stop.CauseChain;
import io.offsetwise.bootstrap.job.UnfitClass;
import io.offsetwise.domain.text.Text;
import java.io.IOException;
import java.io.NotSerializableException;
import java.net.BindException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.spark.SparkException;

/**
 * A failure that nobody has foreseen where it happened, and that users can meet all the same: the
 * machine and the services around the program are its cause, or a job of the user's own. Whatever
 * is none of these is a defect of the program.
 */
enum SurroundingFailure {
  MEMORY(
      OutOfMemoryError.class,
      ExitCode.FAILED,
      "the memory of the JVM is used up: give it more (JAVA_TOOL_OPTIONS=-Xmx2g, on a cluster"
          + " spark.driver.memory and spark.executor.memory), or lower kafka.max-rate-per-partition"
          + " or job.batch-interval"),
  NATIVE_LIBRARY(
      UnsatisfiedLinkError.class,
      ExitCode.UNAVAILABLE,
      "the temporary folder of the JVM is probably not writable, or mounted noexec: name another one"
          + " by JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER"),
  UNFIT_CLASS(LinkageError.class, ExitCode.INVALID_CONFIGURATION, "a class" + UnfitClass.ADVICE),
  MISSING_CLASS(
      ClassNotFoundException.class,
      ExitCode.INVALID_CONFIGURATION,
      "a jar is missing where it is needed: name it by --jar, which sends it to executors too"),
  NOT_SERIALIZABLE(
      NotSerializableException.class,
      ExitCode.INVALID_CONFIGURATION,
      "the job holds an object of that class, which cannot be sent to executors: make the class"
          + " Serializable, or make the object where records are"),
  PORT(
      BindException.class,
      ExitCode.UNAVAILABLE,
      "a port is taken, or the address is none of this machine: name another one"),
  FILE(
      FileSystemException.class,
      ExitCode.UNAVAILABLE,
      "a file cannot be read or written: its folder is probably gone, full, or somebody else's"),
  DISK(
      IOException.class,
      failure -> says(failure, "No space left|Disk quota|Read-only file system"),
      ExitCode.UNAVAILABLE,
      "the disk is full or read-only: make room, or set data-dir and spark.local.dir to another"),
  EXECUTORS(
      SparkException.class,
      failure ->
          says(
              failure,
              "ExecutorLost|SparkContext was shut down|All masters are unresponsive|Master removed"
                  + "|heartbeats"),
      ExitCode.UNAVAILABLE,
      Advice.CLUSTER),
  STOPPED_SPARK(
      IllegalStateException.class,
      failure -> says(failure, "stopped SparkContext|LiveListenerBus is stopped"),
      ExitCode.UNAVAILABLE,
      Advice.CLUSTER),
  DATABASE(
      SQLException.class,
      ExitCode.UNAVAILABLE,
      "the database has refused or was lost: see its log, and start again"),
  KAFKA(
      KafkaException.class,
      ExitCode.UNAVAILABLE,
      "Kafka has refused or was lost: see the broker's log, and start again");

  /** A constant of the enum itself could not be used above. */
  private static final class Advice {
    static final String CLUSTER =
        "executors or the cluster's master were probably lost, or cannot be reached: see the"
            + " master's page and the executors' logs, and start again";

    private Advice() {}
  }

  private final Class<? extends Throwable> kind;
  private final Predicate<? super Throwable> further;
  private final ExitCode exitCode;
  private final String advice;

  SurroundingFailure(Class<? extends Throwable> kind, ExitCode exitCode, String advice) {
    this(kind, failure -> true, exitCode, advice);
  }

  SurroundingFailure(
      Class<? extends Throwable> kind,
      Predicate<? super Throwable> further,
      ExitCode exitCode,
      String advice) {
    this.kind = kind;
    this.further = further;
    this.exitCode = exitCode;
    this.advice = advice;
  }

  /** The first one of which {@code failure}, or a cause of it, is. */
  static Optional<SurroundingFailure> behind(Throwable failure) {
    CauseChain chain = CauseChain.of(failure);
    return Stream.of(values())
        .filter(each -> chain.innermost(each.kind).filter(each.further).isPresent())
        .findFirst();
  }

  /** What the program ends with. */
  ExitCode exitCode() {
    return exitCode;
  }

  /** What was seen, what it probably means, and what to do; one line. */
  String message(Throwable failure) {
    return seen(failure) + ": " + advice;
  }

  /** The first line of what lies at the root; Spark appends the stack trace of a task. */
  static String seen(Throwable failure) {
    Throwable root = CauseChain.of(failure).root();
    return Text.escaped(root.toString().lines().findFirst().orElseThrow());
  }

  private static boolean says(Throwable failure, String pattern) {
    return failure.getMessage() != null
        && Pattern.compile(pattern).matcher(failure.getMessage()).find();
  }
}
