package eu.perron.exchange;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes what lies in the outbox to the partners, each partner by itself: an ill one holds up nobody
 * else.
 */
@Component
class Relay {
  private static final Logger log = LoggerFactory.getLogger(Relay.class);
  private final Map<Partner, Round> rounds = new EnumMap<>(Partner.class);
  private final ExecutorService rounders;
  private volatile boolean open;

  Relay(List<Composer> composers, PostRoom postRoom, Dispatch dispatch, PartnerHealth health) {
    Map<Partner, List<Composer>> byPartner = new EnumMap<>(Partner.class);
    composers.forEach(
        composer ->
            byPartner.computeIfAbsent(composer.partner(), p -> new ArrayList<>()).add(composer));
    byPartner.forEach(
        (partner, own) -> rounds.put(partner, new Round(partner, own, postRoom, dispatch, health)));
    this.rounders =
        Executors.newFixedThreadPool(
            Math.max(1, rounds.size()),
            task -> {
              Thread thread = new Thread(task, "relay");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Not before every route is up: a message without a route is parked. */
  @EventListener(ApplicationReadyEvent.class)
  void open() {
    open = true;
  }

  @Scheduled(fixedDelayString = "${perron.exchange.relay-every:200}")
  void goRound() {
    if (!open) {
      return;
    }
    rounds.values().stream().filter(Round::isFree).forEach(rounders::execute);
  }

  @PreDestroy
  void stop() throws InterruptedException {
    rounders.shutdownNow();
    rounders.awaitTermination(25, TimeUnit.SECONDS);
  }

  private static final class Round implements Runnable {
    private final Partner partner;
    private final List<Composer> composers;
    private final PostRoom postRoom;
    private final Dispatch dispatch;
    private final PartnerHealth health;
    private final AtomicBoolean walking = new AtomicBoolean();

    Round(
        Partner partner,
        List<Composer> composers,
        PostRoom postRoom,
        Dispatch dispatch,
        PartnerHealth health) {
      this.partner = partner;
      this.composers = composers;
      this.postRoom = postRoom;
      this.dispatch = dispatch;
      this.health = health;
    }

    boolean isFree() {
      return walking.compareAndSet(false, true);
    }

    @Override
    public void run() {
      try {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
          more = false;
          // While it is ill, letters stay letters: they can still be withdrawn.
          if (health.isWell(partner)) {
            for (Composer composer : postRoom.withLetters(partner, composers)) {
              more |= postRoom.compose(composer);
            }
          }
          more |= dispatch.sendDue(partner);
        }
      } catch (RuntimeException failure) {
        log.warn("The relay to {} pauses: {}", partner, failure.toString());
      } finally {
        walking.set(false);
      }
    }
  }
}
