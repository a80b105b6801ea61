package eu.perron.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The simulated office is told what lies in temporary storage, and registers it or does not. */
class TemporaryStorageTest extends AtLiege {
  @Autowired private StorageDeclarations storage;

  @Test
  void aFlightIsDeclaredInPartsAndEachIsRegistered() {
    storage.lodge("C26900001", "756-90000011", houses(1000, "cups"));
    storage.lodge("C26900001", "756-90000011", houses(1, "found later"));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(storage.parts("C26900001"))
                    .extracting(StoragePart::state)
                    .containsExactly("REGISTERED", "REGISTERED", "REGISTERED"));
    assertThat(storage.parts("C26900001"))
        .extracting(StoragePart::houses)
        .containsExactly(999, 1, 1);
    assertThat(storage.parts("C26900001")).extracting(StoragePart::mrn).doesNotContainNull();
  }

  @Test
  void whatIsRefusedAloneIsLodgedAgainWordForWord() {
    storage.lodge("C26900002", "756-90000022", houses(999, "cups"));
    storage.lodge("C26900002", "756-90000022", houses(3, "lamps; lot BETS"));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> states("C26900002").equals(List.of("REGISTERED", "REFUSED")));
    assertThat(storage.parts("C26900002").get(1).reason()).contains("no room for this flight");

    storage.lodgeAgain("C26900002");
    storage.lodgeAgain("C26900002");

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> states("C26900002").equals(List.of("REGISTERED", "REFUSED", "REGISTERED")));
    StoragePart again = storage.parts("C26900002").get(2);
    assertThat(again.lrn()).isEqualTo("TSC2690000200202");
    assertThat(again.houses()).isEqualTo(3);
  }

  private List<String> states(String consignment) {
    return storage.parts(consignment).stream().map(StoragePart::state).toList();
  }

  private static List<StoredHouse> houses(int many, String goods) {
    return IntStream.range(0, many)
        .mapToObj(n -> new StoredHouse("P269%08d".formatted(n), 1, BigDecimal.ONE, goods, null))
        .toList();
  }
}
