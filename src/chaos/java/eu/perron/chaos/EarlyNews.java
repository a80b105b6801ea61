package eu.perron.chaos;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Promise 5: partners answer in 0 ms, and their news is through our door before the receipt of our
 * own message has reached us: the line holds each receipt back a while.
 */
final class EarlyNews implements Experiment {
  private static final int NEWS = 5000;

  /**
   * Belgian customs and the carrier tell about seven things of each order; China's come by file.
   */
  private static final int NEWS_OF_AN_ORDER = 7;

  @Override
  public String name() {
    return "early-news";
  }

  @Override
  public String promise() {
    return "No early message is lost";
  }

  @Override
  public void run(Stage stage, Scale scale, Findings findings) throws Exception {
    String prefix = "EARLY-" + scale.seed() + "-";
    int orders = scale.of(NEWS) / NEWS_OF_AN_ORDER + 1;
    stage.withNodes(1);
    stage.lines(0).values().forEach(line -> line.interrupt(EarlyNews::holdReceipt));
    int before = stage.door().fromPartners();
    long first = System.currentTimeMillis();
    try (Seller seller = new Seller(stage.door().url(), prefix, number -> null)) {
      seller.send(orders);
      seller.stopAndAwaitAnswers();
      Reckoning.of(stage, seller, prefix, "1 node", findings);
    }
    int news = stage.door().fromPartners() - before;
    findings.did(
        news + " pieces of news sent after 0 ms, receipts of our own messages held 0.2 to 0.8 s");
    findings.figure("news", news);
    findings.figure(
        "news in before the receipt was recorded", stage.truth().newsBeforeReceipt(first));
    double[] lags = stage.truth().lagsOfNews(first);
    findings.figure("correlation p50, s", Truth.quantile(lags, 0.5));
    findings.figure("correlation p99, s", Truth.quantile(lags, 0.99));
  }

  private static void holdReceipt() throws InterruptedException {
    Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextInt(200, 800)).toMillis());
  }
}
