package eu.perron.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Promise 6: the database server dies under load and comes back. */
final class DeadDatabase implements Experiment {
  private static final int KILLS = 15;

  @Override
  public String name() {
    return "database";
  }

  @Override
  public String promise() {
    return "The database may die";
  }

  @Override
  public void run(Stage stage, Scale scale, Findings findings) throws Exception {
    Random chance = scale.chance();
    String prefix = "DATABASE-" + scale.seed() + "-";
    stage.withNodes(1);
    int kills = scale.of(KILLS, 3);
    List<Long> outages = new ArrayList<>();
    try (Seller seller = new Seller(stage.door().url(), prefix, Kills::lot)) {
      seller.sendSteadily(5);
      for (int kill = 0; kill < kills; kill++) {
        Thread.sleep(2000 + chance.nextInt(5000));
        int before = seller.acknowledged().size();
        long died = System.nanoTime();
        stage.database().kill();
        Thread.sleep(chance.nextInt(2000));
        stage.database().start();
        int settled = Math.max(before, seller.acknowledged().size());
        Await.until(
            Duration.ofSeconds(120),
            "orders are taken again",
            () -> seller.acknowledged().size() > settled);
        outages.add(Duration.ofNanos(System.nanoTime() - died).toMillis());
      }
      seller.stopAndAwaitAnswers();
      Collections.sort(outages);
      findings.did(kills + " x kill -9 of the database server under load, one node");
      findings.figure(
          "outage p50, s, from the kill to the next order taken",
          outages.get(outages.size() / 2) / 1000.0);
      findings.figure("outage max, s", outages.get(outages.size() - 1) / 1000.0);
      Reckoning.of(stage, seller, prefix, "1 node", findings);
    }
  }
}
