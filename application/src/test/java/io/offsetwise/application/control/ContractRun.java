package io.offsetwise.application.control;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.offsetwise.application.contract.CommitStoreContract;
import io.offsetwise.application.contract.ConcurrentCommitsContract;
import io.offsetwise.application.contract.KeyedResultsContract;
import io.offsetwise.application.contract.OffsetStoreContract;
import io.offsetwise.application.contract.ResultWriterContract;
import io.offsetwise.application.contract.StoreFixture;
import io.offsetwise.application.contract.StoreProviderContract;
import io.offsetwise.application.fake.FakeResult;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs the contracts of a store against any store and tells which tests fail. */
final class ContractRun {

  private static final AtomicReference<Supplier<StoreFixture<FakeResult>>> FIXTURES =
      new AtomicReference<>();

  private static final List<Class<?>> CONTRACTS =
      List.of(
          Offsets.class,
          Commits.class,
          Concurrent.class,
          Writers.class,
          Keyed.class,
          Providers.class);

  private ContractRun() {}

  /** Names of all tests of the contracts, for instance {@code aRollBackLeavesNothing}. */
  static Set<String> allTests() {
    return CONTRACTS.stream()
        .flatMap(ContractRun::testsOf)
        .map(Method::getName)
        .collect(Collectors.toCollection(TreeSet::new));
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
