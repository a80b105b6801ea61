package eu.perron.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

  private final SideBySide strands = new SideBySide(2);

  @AfterEach
  void end() {
    strands.end();
  }

  @Test
  void whatIsAboutTheSameStaysInOneStrandAndInItsOrder() {
    Map<Integer, List<Integer>> byAbout = new ConcurrentHashMap<>();
    Map<Integer, Thread> threads = new ConcurrentHashMap<>();

    strands.each(
        HUNDRED,
        item -> item % 7,
        strand ->
            strand.forEach(
                item -> {
                  byAbout
                      .computeIfAbsent(
                          item % 7, about -> Collections.synchronizedList(new ArrayList<>()))
                      .add(item);
                  assertThat(threads.putIfAbsent(item % 7, Thread.currentThread()))
                      .isIn(null, Thread.currentThread());
                }));

    assertThat(byAbout.values()).allSatisfy(items -> assertThat(items).isSorted());
    assertThat(byAbout.values().stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(HUNDRED);
  }

  @Test
  void twoStrandsRunAtTheSameTime() {
    CountDownLatch both = new CountDownLatch(2);

    strands.each(
        HUNDRED,
        item -> item,
        strand -> {
          both.countDown();
          assertThat(waits(both)).isTrue();
        });
  }

  @Test
  void whatFailsInOneStrandIsToldWhenTheOtherIsAtItsEnd() {
    List<Integer> done = Collections.synchronizedList(new ArrayList<>());

    assertThatThrownBy(
            () ->
                strands.each(
                    HUNDRED,
                    item -> item % 2,
                    strand -> {
                      if (strand.contains(1)) {
                        throw new IllegalStateException("stuck");
                      }
                      done.addAll(strand);
                    }))
        .hasMessage("stuck");
    assertThat(done).hasSize(50);
  }

  @Test
  void nothingIsNothing() {
    strands.each(List.<Integer>of(), item -> item, strand -> assertThat(strand).isNotEmpty());
  }

  private static boolean waits(CountDownLatch both) {
    try {
      return both.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      return false;
    }
  }
}
