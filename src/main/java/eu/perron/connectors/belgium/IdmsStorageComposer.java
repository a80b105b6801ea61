package eu.perron.connectors.belgium;

import eu.perron.exchange.Composer;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PostedLetter;
import eu.perron.imports.StorageLetter;
import eu.perron.imports.StoredHouse;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes TemporaryStorage: presentation (G3) and declaration (G4) of what lies there, in one. */
@Component
class IdmsStorageComposer implements Composer {
  @Override
  public Partner partner() {
    return Partner.BELGIAN_CUSTOMS;
  }

  @Override
  public String operation() {
    return "temporary-storage";
  }

  @Override
  public OutgoingMessage compose(List<PostedLetter> letters) {
    PostedLetter letter = letters.get(0);
    return new OutgoingMessage(
        partner(),
        operation(),
        letter.key(),
        Idms.CONTENT_TYPE,
        write(letter.as(StorageLetter.class)));
  }

  static byte[] write(StorageLetter stored) {
    return IdmsWriter.message(
        "TemporaryStorage",
        stored.declarant(),
        IdmsWriter.ADMINISTRATION,
        stored.presentedAt(),
        stored.lrn(),
        null,
        message -> {
          message
              .element("LRN", stored.lrn())
              .element("presentationDateAndTime", stored.presentedAt())
              .group(
                  "Declarant",
                  declarant -> declarant.element("identificationNumber", stored.declarant()))
              .element("CustomsOfficeOfPresentation", stored.customsOffice())
              .element("LocationOfGoods", stored.locationOfGoods())
              .element("MasterWaybill", stored.awb());
          for (StoredHouse house : stored.houses()) {
            message.group(
                "House",
                one ->
                    one.element("HouseWaybill", house.number())
                        .element("EntrySummary", house.entrySummary())
                        .element("descriptionOfGoods", house.goods(), 512)
                        .element("grossMass", house.grossMassKg())
                        .element("numberOfPackages", house.packages()));
          }
        });
  }
}
