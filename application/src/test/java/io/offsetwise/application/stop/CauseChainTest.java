package io.offsetwise.application.stop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CauseChainTest {

  private final Error root = new Error("root");
  private final IllegalStateException inner = new IllegalStateException("inner", root);
  private final IllegalStateException outer = new IllegalStateException("outer", inner);

  @Test
  void beginsWithTheFailureAndEndsWithItsRoot() {
    CauseChain chain = CauseChain.of(outer);

    assertThat(chain.links()).containsExactly(outer, inner, root);
    assertThat(chain.root()).isSameAs(root);
    assertThat(CauseChain.of(root).root()).isSameAs(root);
  }

  @Test
  void findsTheInnermostOfAKind() {
    assertThat(CauseChain.of(outer).innermost(IllegalStateException.class)).containsSame(inner);
    assertThat(CauseChain.of(outer).innermost(InterruptedException.class)).isEmpty();
  }

  @Test
  void ofNoFailureHasNoLinks() {
    assertThat(CauseChain.of(null).links()).isEmpty();
  }

  @Test
  void thatBitesItsTailEnds() {
    RuntimeException head = new RuntimeException("head");
    RuntimeException tail = new RuntimeException("tail", head);
    head.initCause(tail);

    assertThat(CauseChain.of(head).innermost(StoppedException.class)).isEmpty();
  }
}
