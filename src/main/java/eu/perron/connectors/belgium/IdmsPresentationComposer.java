package eu.perron.connectors.belgium;

import eu.perron.exchange.Composer;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PostedLetter;
import eu.perron.imports.PresentationLetter;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes IE432: goods that were declared in advance are there, those of a flight together. */
@Component
class IdmsPresentationComposer implements Composer {
  private final IdmsSettings settings;

  IdmsPresentationComposer(IdmsSettings settings) {
    this.settings = settings;
  }

  @Override
  public Partner partner() {
    return Partner.BELGIAN_CUSTOMS;
  }

  @Override
  public String operation() {
    return "presentation";
  }

  @Override
  public int lettersPerMessage() {
    return settings.declarationsPerMessage();
  }

  @Override
  public OutgoingMessage compose(List<PostedLetter> letters) {
    List<PresentationLetter> presented =
        letters.stream().map(letter -> letter.as(PresentationLetter.class)).toList();
    String identification =
        "P"
            + IdmsWriter.identificationOf(
                presented.stream().map(PresentationLetter::lrn).collect(Collectors.joining(" ")));
    return new OutgoingMessage(
        partner(),
        operation(),
        identification,
        Idms.CONTENT_TYPE,
        write(identification, presented));
  }

  static byte[] write(String identification, List<PresentationLetter> presented) {
    PresentationLetter first = presented.get(0);
    return IdmsWriter.message(
        "IE432",
        first.declarant(),
        IdmsWriter.ADMINISTRATION,
        first.presentedAt(),
        identification,
        null,
        message -> {
          message
              .element("presentationDateAndTime", first.presentedAt())
              .group(
                  "Declarant",
                  declarant -> declarant.element("identificationNumber", first.declarant()))
              .element("LocationOfGoods", first.locationOfGoods());
          for (PresentationLetter one : presented) {
            message.group(
                "Declaration",
                declaration -> declaration.element("LRN", one.lrn()).element("MRN", one.mrn()));
          }
        });
  }
}
