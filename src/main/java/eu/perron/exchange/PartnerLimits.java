package eu.perron.exchange;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What each partner is granted; {@code perron.partners.<id>} in application.yaml. */
@ConfigurationProperties("perron")
public record PartnerLimits(Map<String, Limits> partners) {
  private static final Limits ORDINARY = new Limits(8, 0, Duration.ofSeconds(30));

  /**
   * @param lines calls at once, of one node
   * @param callsPerSecond of all nodes together, evenly spread; 0: no budget
   * @param deadline a call that has no full answer by then is over
   */
  public record Limits(
      @DefaultValue("8") int lines,
      @DefaultValue("0") double callsPerSecond,
      @DefaultValue("30s") Duration deadline) {
    public Limits {
      if (lines < 1 || callsPerSecond < 0 || deadline.isNegative() || deadline.isZero()) {
        throw new IllegalArgumentException(
            "A partner needs a line, a deadline and no negative budget: %d lines, %s calls a second, %s"
                .formatted(lines, callsPerSecond, deadline));
      }
    }

    boolean hasBudget() {
      return callsPerSecond > 0;
    }
  }

  public Limits of(Partner partner) {
    return partners == null ? ORDINARY : partners.getOrDefault(partner.id(), ORDINARY);
  }
}
