package eu.perron.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What comes at once is done in one go. */
@Timeout(30)
class ConvoyTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<List<Integer>> goes = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch away = new CountDownLatch(1);
  private final CountDownLatch back = new CountDownLatch(1);
  private final Convoy<Integer, String> convoy = new Convoy<>(4, this::work);

  /** The first one stays away until it is called back; thirteen cannot be done. */
  private List<String> work(List<Integer> numbers) {
    goes.add(numbers);
    if (numbers.contains(0)) {
      away.countDown();
      await(back);
    }
    if (numbers.contains(99)) {
      throw new StackOverflowError("ninety-nine");
    }
    if (numbers.contains(13)) {
      throw new IllegalArgumentException("thirteen");
    }
    return numbers.stream().map(number -> "did " + number).toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopping) {
      throw new IllegalStateException(stopping);
    }
  }

  @AfterEach
  void send() throws InterruptedException {
    threads.shutdown();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whoIsAloneGoesAlone() {
    assertThat(convoy.go(7)).isEqualTo("did 7");
    assertThat(convoy.go(8)).isEqualTo("did 8");
    assertThat(goes).containsExactly(List.of(7), List.of(8));
  }

  @Test
  void thoseWhoLineUpWhileOneIsAwayGoTogether() throws Exception {
    List<Future<String>> others = lineUp(1, 2, 3, 4, 5, 6);

    assertThat(results(others))
        .containsExactly("did 1", "did 2", "did 3", "did 4", "did 5", "did 6");
    assertThat(goes).hasSize(3);
    assertThat(goes.get(1)).as("no more than agreed").hasSize(4);
    assertThat(goes.get(2)).hasSize(2);
  }

  @Test
  void nobodySuffersForAnother() throws Exception {
    List<Future<String>> others = lineUp(1, 13, 2);

    assertThat(others.get(0).get()).isEqualTo("did 1");
    assertThat(others.get(2).get()).isEqualTo("did 2");
    assertThatThrownBy(() -> others.get(1).get()).hasMessageContaining("thirteen");
  }

  @Test
  void nobodyWaitsForEverForWhatBrokeOff() throws Exception {
    List<Future<String>> others = lineUp(99, 1, 2);

    assertThat(others)
        .allSatisfy(
            other ->
                assertThatThrownBy(() -> other.get(10, TimeUnit.SECONDS))
                    .hasRootCauseMessage("ninety-nine"));
    assertThat(convoy.go(3)).as("the road is free again").isEqualTo("did 3");
  }

  private List<Future<String>> lineUp(int... numbers) {
    Future<String> first = threads.submit(() -> convoy.go(0));
    await(away);
    List<Future<String>> others =
        IntStream.of(numbers).mapToObj(number -> threads.submit(() -> convoy.go(number))).toList();
    while (convoy.waiting() < numbers.length) {
      Thread.onSpinWait();
    }
    back.countDown();
    assertThat(first).succeedsWithin(java.time.Duration.ofSeconds(10)).isEqualTo("did 0");
    return others;
  }

  private static List<String> results(List<Future<String>> futures) throws Exception {
    List<String> results = new ArrayList<>();
    for (Future<String> future : futures) {
      results.add(future.get());
    }
    return results;
  }
}
