package eu.perron.connectors.airline;

import eu.perron.freight.HouseManifest;
import eu.perron.freight.MasterWaybill;
import eu.perron.freight.Office;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The consignment of the samples. */
final class Papers {
  static final Office HANGZHOU =
      new Office(
          "HGH",
          "PERRON HANGZHOU",
          "AIRPORT ROAD 1",
          "HANGZHOU",
          "311207",
          "CN",
          "8657180000000",
          "BE0400000086",
          "HGHPRXH");
  static final Office LIEGE =
      new Office(
          "LGG",
          "PERRON LIEGE HUB",
          "RUE DE L AEROPORT 1",
          "GRACE-HOLLOGNE",
          "4460",
          "BE",
          "3242000000",
          "BE0400000086",
          "LGGPRXH");
  static final Instant EXECUTED = Instant.parse("2026-11-22T14:30:00Z");

  private Papers() {}

  static MasterWaybill waybill(int attempt, MasterWaybill.LotMark... marks) {
    return new MasterWaybill(
        "C26000001",
        attempt,
        "756-41000002",
        "HGH",
        "LGG",
        "3V",
        "3V0901",
        LocalDate.of(2026, 11, 22),
        3,
        new BigDecimal("2.5"),
        false,
        new BigDecimal("4.20"),
        "EUR",
        HANGZHOU,
        LIEGE,
        EXECUTED,
        LocalDate.of(2026, 11, 22),
        List.of(marks));
  }

  static HouseManifest manifest(HouseManifest.Entry... houses) {
    return new HouseManifest(
        "C26000001",
        1,
        "756-41000002",
        "HGH",
        "LGG",
        3,
        new BigDecimal("2.5"),
        "HGHPRXH",
        "3V",
        EXECUTED,
        List.of(houses));
  }

  static HouseManifest.Entry house(
      String number, int pieces, String weight, String goods, String mrn) {
    return new HouseManifest.Entry(
        number, pieces, new BigDecimal(weight), goods, List.of("610910"), mrn);
  }

  static byte[] sample(String name) throws IOException {
    return Files.readAllBytes(Path.of("connectors/airline/samples", name));
  }
}
