package eu.perron.compliance;

import java.util.List;

/**
 * What one screening left open: an answer to every question that {@code may-it-travel.dmn} asks.
 *
 * @param rules the rows of the dated rules behind it: code, since when in force, source
 */
public record Findings(String orderNumber, List<Finding> open, List<String> rules) {
  public boolean has(FindingCode code) {
    return open.stream().anyMatch(finding -> finding.code() == code);
  }

  /**
   * How sure it is, of 100, that a party is on the list; 0: none resembles anybody there. Null
   * while nobody could be screened: the decision then holds the order.
   */
  public Integer partyScore() {
    return has(FindingCode.SANCTIONS_NOT_SCREENED)
        ? null
        : (Integer)
            open.stream()
                .filter(finding -> finding.code() == FindingCode.SANCTIONED_PARTY)
                .mapToInt(Finding::score)
                .max()
                .orElse(0);
  }
}
