package eu.perron.connectors.belgium;

import eu.perron.exchange.Composer;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PostedLetter;
import eu.perron.unionexports.ArrivalLetter;
import eu.perron.unionexports.ExitLetter;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Write IE507 (the goods are at the office of exit) and IE590 (they left). */
@Configuration(proxyBeanMethods = false)
class AesExitComposers {
  private static final String MASTER_WAYBILL = "N741";

  @Bean
  Composer aesArrivalComposer() {
    return new ExitComposer("arrival-at-exit", letter -> write(letter.as(ArrivalLetter.class)));
  }

  @Bean
  Composer aesExitComposer() {
    return new ExitComposer("exit-notification", letter -> write(letter.as(ExitLetter.class)));
  }

  static byte[] write(ArrivalLetter letter) {
    return Aes.ours(
        "IE507",
        letter.declarant(),
        letter.arrivedAt(),
        letter.mrn() + "-507",
        xml ->
            xml.element("MRN", letter.mrn())
                .element("customsOfficeOfExit", letter.exitOffice())
                .element("arrivalDateAndTime", letter.arrivedAt())
                .element("LocationOfGoods", letter.locationOfGoods())
                .group(
                    "Declarant",
                    declarant -> declarant.element("identificationNumber", letter.declarant())));
  }

  static byte[] write(ExitLetter letter) {
    return Aes.ours(
        "IE590",
        letter.carrier(),
        letter.leftAt(),
        letter.mrn() + "-590",
        xml ->
            xml.element("MRN", letter.mrn())
                .element("customsOfficeOfExit", letter.exitOffice())
                .element("exitDateAndTime", letter.leftAt())
                .group(
                    "Carrier", carrier -> carrier.element("identificationNumber", letter.carrier()))
                .group(
                    "TransportDocument",
                    document ->
                        document
                            .element("type", MASTER_WAYBILL)
                            .element("referenceNumber", letter.masterWaybill()))
                .element("conveyanceReferenceNumber", letter.flight()));
  }

  private record ExitComposer(String operation, Function<PostedLetter, byte[]> writer)
      implements Composer {
    @Override
    public Partner partner() {
      return Partner.BELGIAN_CUSTOMS;
    }

    @Override
    public OutgoingMessage compose(List<PostedLetter> letters) {
      PostedLetter letter = letters.get(0);
      return new OutgoingMessage(
          partner(), operation, letter.key(), Idms.CONTENT_TYPE, writer.apply(letter));
    }
  }
}
