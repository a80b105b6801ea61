package eu.perron.connectors.ics2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.perron.connectors.Unreadable;
import eu.perron.freight.ArrivalNotice;
import eu.perron.freight.EntrySummary;
import eu.perron.freight.EntrySummaryAmendment;
import eu.perron.freight.FilingWithdrawn;
import eu.perron.freight.MasterSummary;
import eu.perron.freight.Office;
import eu.perron.freight.SecurityAnswer;
import eu.perron.freight.Trader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class EntrySummaryComposerTest {
  private static final Office LIEGE =
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
  private static final Instant FILED = Instant.parse("2026-11-22T14:20:05.123Z");

  @Test
  void aFilingIsWrittenAsTheSampleShows() throws Exception {
    assertThat(
            new String(
                EntrySummaryComposer.write(summary("men's cotton T-shirt, knitted, black")),
                StandardCharsets.UTF_8))
        .isEqualTo(Files.readString(Path.of("connectors/ics2/samples/IE3F24.xml")).strip());
  }

  @Test
  void anAnswerIsWrittenAsTheSampleShows() throws Exception {
    assertThat(
            new String(
                InformationResponseComposer.write(
                    new SecurityAnswer(
                        "ENSP2600000001701",
                        "26BEB1B5EF371701T0",
                        "P26000000017",
                        1,
                        "A T-shirt of cotton, to be worn",
                        null,
                        LIEGE,
                        FILED)),
                StandardCharsets.UTF_8))
        .isEqualTo(Files.readString(Path.of("connectors/ics2/samples/IE3R02.xml")).strip());
  }

  @Test
  void whatIsFiledByMasterAndWhatIsForgottenIsWrittenAsTheSamplesShow() throws Exception {
    LocalDate day = LocalDate.of(2026, 11, 22);
    assertSample(
        "IE3R03",
        InformationResponseComposer.write(
            new SecurityAnswer(
                "ENSP2600000001701",
                "26BEB1B5EF371701T0",
                "P26000000017",
                1,
                "Nothing found",
                "XRY",
                LIEGE,
                FILED)));
    assertSample(
        "IE3F21",
        CompletionComposer.write(
            new MasterSummary(
                "ENMC2600000101001",
                "756-41000002",
                "HGH",
                "LGG",
                "3V0901",
                day,
                List.of("P26000000017", "P26000000018"),
                LIEGE,
                FILED)));
    assertSample(
        "IE3N06",
        ArrivalComposer.write(
            new ArrivalNotice(
                "ENAC2600000101", "756-41000002", "3V0901", day, "LGG", FILED, LIEGE, FILED)));
    assertSample(
        "IE3Q04",
        InvalidationComposer.write(
            new FilingWithdrawn(
                "ENSP2600000001701",
                "26BEB1B5EF371701T0",
                "P26000000017",
                "Order cancelled",
                LIEGE,
                FILED)));
  }

  @Test
  void anAmendmentIsWrittenAsTheSampleShows() throws Exception {
    EntrySummary as = summary("men's cotton T-shirt, knitted, black");
    assertSample(
        "IE3A24",
        AmendmentComposer.write(
            new EntrySummaryAmendment(
                "26BEB1B5EF371701T0",
                new EntrySummary(
                    as.lrn() + "A01",
                    as.house(),
                    as.awb(),
                    as.origin(),
                    as.destination(),
                    as.pieces(),
                    as.grossWeightKg(),
                    as.goods(),
                    as.hsCodes(),
                    as.consignor(),
                    as.consignee(),
                    as.declarant(),
                    as.filedAt()))));
  }

  private static void assertSample(String name, byte[] written) throws Exception {
    assertThat(Ics2Xml.read(written).getLocalName()).isEqualTo(name);
    assertThat(new String(written, StandardCharsets.UTF_8))
        .isEqualTo(Files.readString(Path.of("connectors/ics2/samples/" + name + ".xml")).strip());
  }

  @Test
  void aFilingIsValid() throws Unreadable {
    Element read = Ics2Xml.read(EntrySummaryComposer.write(summary("men's cotton T-shirt")));
    assertThat(read.getLocalName()).isEqualTo("IE3F24");
    assertThat(Ics2Xml.text(read, "LRN")).contains("ENSP2600000001701");
  }

  @Property
  void anyGoodsAndNamesMakeAValidFiling(@ForAll String goods) {
    try {
      Ics2Xml.read(EntrySummaryComposer.write(summary(goods)));
    } catch (Unreadable wrong) {
      throw new AssertionError(wrong.getMessage() + " for " + goods, wrong);
    }
  }

  @Test
  void aFilingWithoutGrossMassIsNotValid() {
    String broken =
        new String(EntrySummaryComposer.write(summary("toys")), StandardCharsets.UTF_8)
            .replaceAll("<TotalGrossMass>[^<]*</TotalGrossMass>", "");
    assertThatThrownBy(() -> Ics2Xml.read(broken.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("TotalGrossMass");
  }

  private static EntrySummary summary(String goods) {
    return new EntrySummary(
        "ENSP2600000001701",
        "P26000000017",
        "756-41000002",
        "HGH",
        "LGG",
        1,
        new BigDecimal("0.640"),
        goods,
        List.of("610910", "910211"),
        new Trader("Hangzhou Xihu Trading Co.", "Wensan Road 18", "Hangzhou", "310012", "CN"),
        new Trader(
            goods.startsWith("men") ? "A. Peeters" : goods, "Korenmarkt 1", "Gent", "", "BE"),
        LIEGE,
        FILED);
  }
}
