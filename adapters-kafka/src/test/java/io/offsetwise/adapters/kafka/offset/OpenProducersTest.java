package io.offsetwise.adapters.kafka.offset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenProducersTest {

  private final OpenProducers open = new OpenProducers(2);
  private final List<String> closed = new ArrayList<>();

  @Test
  void theOneThatWasIdleForLongestIsClosed() {
    OpenProducers.Holder a = idle("a");
    OpenProducers.Holder b = idle("b");
    open.used(a);
    open.used(b);
    open.used(a);

    open.used(idle("c"));

    assertThat(closed).containsExactly("b");
    assertThat(open.size()).isEqualTo(2);
  }

  @Test
  void whoIsAtWorkIsLeftAloneAndClosedLater() {
    List<OpenProducers.Holder> busy = new ArrayList<>();
    OpenProducers.Holder worker = new Worker(busy);
    busy.add(worker);
    open.used(worker);
    open.used(idle("b"));
    open.used(idle("c"));
    assertThat(closed).isEmpty();

    busy.clear();
    open.used(idle("d"));

    assertThat(closed).containsExactly("worker", "b");
    assertThat(open.size()).isEqualTo(2);
  }

  @Test
  void whoHasClosedByItselfCountsNoMore() {
    OpenProducers.Holder a = idle("a");
    open.used(a);
    open.used(idle("b"));
    open.closed(a);

    open.used(idle("c"));

    assertThat(closed).isEmpty();
  }

  private OpenProducers.Holder idle(String name) {
    return new OpenProducers.Holder() {
      @Override
      public void closeIfIdle() {
        closed.add(name);
        open.closed(this);
      }
    };
  }

  /** Busy as long as it is in the list. */
  private final class Worker implements OpenProducers.Holder {

    private final List<OpenProducers.Holder> busy;

    private Worker(List<OpenProducers.Holder> busy) {
      this.busy = busy;
    }

    @Override
    public void closeIfIdle() {
      if (!busy.contains(this)) {
        closed.add("worker");
        open.closed(this);
      }
    }
  }
}
