package io.offsetwise.bootstrap.sample.words.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.apache.spark.Dependency;
import org.apache.spark.rdd.RDD;
import scala.collection.Iterator;

/** The graph of RDDs that an RDD is computed from. */
final class Lineage {

  private Lineage() {}

  /**
   * Number of RDDs in the lineage, itself included. An RDD that was checkpointed is read from its
   * file and ends the way back.
   */
  static int size(RDD<?> rdd) {
    Set<Integer> seen = new HashSet<>();
    Deque<RDD<?>> open = new ArrayDeque<>(); // a long lineage is too deep for a recursion
    open.push(rdd);
    while (!open.isEmpty()) {
      RDD<?> next = open.pop();
      if (seen.add(next.id())) {
        Iterator<Dependency<?>> dependencies = next.dependencies().iterator();
        while (dependencies.hasNext()) {
          open.push(dependencies.next().rdd());
        }
      }
    }
    return seen.size();
  }
}
