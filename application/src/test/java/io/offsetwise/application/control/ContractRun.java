package io.offsetwise.application.control;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.offsetwise.application.contract.AuditedStoreContract;
import io.offsetwise.application.contract.CommitStoreContract;
import io.offsetwise.application.contract.ConcurrentCommitsContract;
import io.offsetwise.application.contract.KeyedResultsContract;
import io.offsetwise.application.contract.OffsetStoreContract;
import io.offsetwise.application.contract.ResultWriterContract;
import io.offsetwise.application.contract.StoreFixture;
import io.offsetwise.application.contract.StoreProviderContract;
import io.offsetwise.application.fake.FakeCommitStore;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.domain.offset.StreamName;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs the contracts of a store against any store and tells which tests fail. */
public final class ContractRun {

  private static final AtomicReference<Supplier<StoreFixture<FakeResult>>> FIXTURES =
      new AtomicReference<>();

  private static final List<Class<?>> CONTRACTS =
      List.of(
          Offsets.class,
          Audits.class,
          Commits.class,
          Concurrent.class,
          Writers.class,
          Keyed.class,
          Providers.class);

  /** Those whose tests wait for nobody and need no provider that travels. */
  private static final List<Class<?>> QUICK_CONTRACTS =
      List.of(Offsets.class, Commits.class, Writers.class, Keyed.class);

  private ContractRun() {}

  /** Names of the quick tests that fail for these stores. */
  public static Set<String> quickFailuresOf(
      Function<FakeDatabase, OffsetStore> offsets,
      BiFunction<FakeDatabase, StreamName, FakeCommitStore> commits) {
    return failuresOf(() -> BrokenFixture.of(offsets, commits), testsOf(QUICK_CONTRACTS));
  }

  /** Names of all tests of the contracts, for instance {@code aRollBackLeavesNothing}. */
  static Set<String> allTests() {
    return testsOf(CONTRACTS);
  }

  /** Those of {@code tests} that fail for the stores of {@code fixtures}. */
  static Set<String> failuresOf(
      Supplier<StoreFixture<FakeResult>> fixtures, Collection<String> tests) {
    FIXTURES.set(fixtures);
    DiscoverySelector[] selectors =
        CONTRACTS.stream()
            .flatMap(
                contract ->
                    testsOf(contract)
                        .map(Method::getName)
                        .filter(tests::contains)
                        .map(test -> selectMethod(contract, test)))
            .toArray(DiscoverySelector[]::new);
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectors)
        .execute()
        .testEvents()
        .failed()
        .map(event -> event.getTestDescriptor().getDisplayName().replace("()", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> testsOf(Collection<Class<?>> contracts) {
    return contracts.stream()
        .flatMap(ContractRun::testsOf)
        .map(Method::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Method> testsOf(Class<?> contract) {
    return Stream.<Class<?>>iterate(contract, Objects::nonNull, Class::getSuperclass)
        .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Test.class));
  }

  static final class Offsets extends OffsetStoreContract<FakeResult> {
    @Override
    protected StoreFixture<FakeResult> fixture() {
      return FIXTURES.get().get();
    }
  }

  static final class Audits extends AuditedStoreContract<FakeResult> {
    @Override
    protected StoreFixture<FakeResult> fixture() {
      return FIXTURES.get().get();
    }
  }

  static final class Commits extends CommitStoreContract<FakeResult> {
    @Override
    protected StoreFixture<FakeResult> fixture() {
      return FIXTURES.get().get();
    }
  }

  static final class Concurrent extends ConcurrentCommitsContract<FakeResult> {
    @Override
    protected StoreFixture<FakeResult> fixture() {
      return FIXTURES.get().get();
    }
  }

  static final class Writers extends ResultWriterContract<FakeResult> {
    @Override
    protected StoreFixture<FakeResult> fixture() {
      return FIXTURES.get().get();
    }
  }

  static final class Keyed extends KeyedResultsContract<FakeResult> {
    @Override
    protected StoreFixture<FakeResult> fixture() {
      return FIXTURES.get().get();
    }
  }

  static final class Providers extends StoreProviderContract<FakeResult> {
    @Override
    protected StoreFixture<FakeResult> fixture() {
      return FIXTURES.get().get();
    }
  }
}
