package io.offsetwise.bootstrap.cluster;

import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.command.Program.Running;
import io.offsetwise.bootstrap.process.ThisProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A master and two workers of Spark's, each a process on loopback. Their executors, and drivers
 * that are submitted in deploy mode {@code cluster}, are processes of theirs. One at a time on a
 * machine, whatever runs beside it: two of them would starve each other. What a test has left
 * running ends with it, and takes no processor from the next one.
 */
public final class SparkCluster implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  private static final Path LOCK =
      Path.of(System.getProperty("java.io.tmpdir"), "offsetwise-test-cluster.lock");

  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final String LOOPBACK = "127.0.0.1";
  private static final int WORKERS = 2;
  private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern PAGE = Pattern.compile("MasterWebUI.* started at (http://\\S+)");
  private static final String EXECUTOR = "org.apache.spark.executor.CoarseGrainedExecutorBackend";

  private static final String WORKER = "org.apache.spark.deploy.worker.Worker";
  private static final String DRIVER = "org.apache.spark.deploy.worker.DriverWrapper";

  private final List<Running> processes = new ArrayList<>();
  private final List<Running> submitted = new ArrayList<>();
  private FileChannel lock;
  private Path folder;
  private SparkDistribution spark;
  private String master;
  private String page;

  @Override
  public void beforeAll(ExtensionContext test) throws Exception {
    lock = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    lock.lock();
    folder = Files.createTempDirectory("cluster");
    spark = SparkDistribution.in(folder.resolve("spark"));
    Running first =
        start(
            "org.apache.spark.deploy.master.Master",
            List.of("--host", LOOPBACK, "--port", "0", "--webui-port", "0"));
    master = awaitLine(first, MASTER);
    page = awaitLine(first, PAGE);
    for (int worker = 0; worker < WORKERS; worker++) {
      startWorker();
    }
    Awaitility.await().atMost(BOUND).until(() -> aliveWorkers() == WORKERS);
  }

  /** Starts one more worker. */
  public Running startWorker() throws IOException {
    Path work = Files.createTempDirectory(folder, "worker");
    return start(
        WORKER,
        List.of(
            "--host",
            LOOPBACK,
            "--port",
            "0",
            "--webui-port",
            "0",
            "--cores",
            "2",
            "--memory",
            "3g",
            "--work-dir",
            work.toString(),
            master));
  }

  /** {@code spark://host:port}. */
  public String master() {
    return master;
  }

  /** Submits the project's jar; options of spark-submit come before it, words of a verb behind. */
  public Running submit(List<String> options, Map<String, String> properties, String... verb)
      throws IOException {
    return submitTo(master, options, properties, verb);
  }

  /** The same for another master than the one that runs here. */
  public Running submitTo(
      String otherMaster, List<String> options, Map<String, String> properties, String... verb)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--master", otherMaster));
    arguments.addAll(options);
    properties.forEach((key, value) -> arguments.addAll(List.of("--conf", key + "=" + value)));
    arguments.add(SparkDistribution.CLUSTER_JAR.toAbsolutePath().toString());
    arguments.addAll(List.of(verb));
    Running running = start("org.apache.spark.deploy.SparkSubmit", arguments);
    submitted.add(running);
    return running;
  }

  /** The executors that live. */
  public List<ProcessHandle> executors() {
    return childrenOfWorkers(EXECUTOR);
  }

  /** The drivers that live on workers. */
  public List<ProcessHandle> drivers() {
    return childrenOfWorkers(DRIVER);
  }

  /** Kills a worker; what it had started ends by itself. */
  public void killOneWorker() {
    ProcessHandle worker =
        processes.stream()
            .map(running -> running.process().toHandle())
            .filter(process -> process.isAlive() && commandLine(process).contains(WORKER))
            .findFirst()
            .orElseThrow();
    worker.destroyForcibly();
    worker.onExit().join();
  }

  private List<ProcessHandle> childrenOfWorkers(String main) {
    return processes.stream()
        .flatMap(running -> running.process().children())
        .filter(child -> commandLine(child).contains(main))
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  /** What the master's page says, as JSON. */
  public String state() {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(page + "/json/")).build(), BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private int aliveWorkers() {
    Matcher alive = Pattern.compile("\"aliveworkers\"\\s*:\\s*(\\d+)").matcher(state());
    return alive.find() ? Integer.parseInt(alive.group(1)) : 0;
  }

  private Running start(String main, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            "env",
            "SPARK_HOME=" + spark.home(),
            "SPARK_SCALA_VERSION=2.12",
            "SPARK_LOCAL_IP=" + LOOPBACK,
            ThisProgram.java(),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC"));
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().split(" ", -1)));
    command.addAll(List.of("-cp", spark.classPath(), main));
    command.addAll(arguments);
    Running running = new Program(folder).start(command);
    processes.add(running);
    return running;
  }

  private static String awaitLine(Running running, Pattern wanted) {
    Supplier<Optional<String>> seen =
        () -> {
          try {
            Matcher matcher = wanted.matcher(Files.readString(running.err()));
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    return Awaitility.await().atMost(BOUND).until(seen::get, Optional::isPresent).orElseThrow();
  }

  private static String commandLine(ProcessHandle process) {
    return process.info().commandLine().orElse("");
  }

  @Override
  public void afterEach(ExtensionContext test) {
    Stream.concat(
            drivers().stream(), submitted.stream().map(running -> running.process().toHandle()))
        .forEach(ProcessHandle::destroyForcibly);
    submitted.clear();
    Awaitility.await().atMost(BOUND).until(() -> drivers().isEmpty());
  }

  @Override
  public void afterAll(ExtensionContext test) throws Exception {
    List<ProcessHandle> all =
        processes.stream()
            .flatMap(
                running ->
                    Stream.concat(
                        running.process().descendants(), Stream.of(running.process().toHandle())))
            .toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
    lock.close();
  }
}
