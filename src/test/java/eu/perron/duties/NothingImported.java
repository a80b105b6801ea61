package eu.perron.duties;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Only the rates of the files count. */
final class NothingImported extends ImportedRates {
  NothingImported() {
    super(null, null);
  }

  @Override
  Optional<Rate> on(RateKind kind, String currency, LocalDate day) {
    return Optional.empty();
  }

  @Override
  List<String> currencies(LocalDate day) {
    return List.of();
  }
}
