package eu.perron.connectors.airline;

import eu.perron.exchange.Composer;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PostedLetter;
import eu.perron.freight.HouseManifest;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * FHL/4: the houses under a master, one message for each hand-over; parties are named only where
 * one house flies alone.
 */
@Component
class HouseManifestComposer implements Composer {
  private static final int GOODS_IN_BRIEF = 15;
  private static final int TEXT_WIDTH = 65;
  private static final int TEXT_LINES = 9;

  @Override
  public Partner partner() {
    return Partner.AIRLINE;
  }

  @Override
  public String operation() {
    return "fhl";
  }

  @Override
  public OutgoingMessage compose(List<PostedLetter> letters) {
    PostedLetter letter = letters.get(0);
    return new OutgoingMessage(
        partner(), operation(), letter.key(), "text/plain", write(letter.as(HouseManifest.class)));
  }

  static byte[] write(HouseManifest manifest) {
    ImpWriter out =
        ImpWriter.envelope(
            manifest.origin() + "FM" + manifest.airline(),
            manifest.shipperTeletype(),
            manifest.executedAt());
    String route = manifest.origin() + manifest.destination();
    out.line("FHL/4");
    out.line(
        "MBI/"
            + manifest.awb()
            + route
            + "/T"
            + manifest.pieces()
            + "K"
            + ImpText.number(manifest.weightKg()));
    for (HouseManifest.Entry house : manifest.houses()) {
      String goods =
          ImpText.clean(
              house.goods(),
              TEXT_WIDTH * TEXT_LINES,
              house.hsCodes().isEmpty() ? "GOODS" : "GOODS OF HS " + house.hsCodes().get(0));
      out.line(
          "HBS/%s/%s/%d/K%s//%s"
              .formatted(
                  house.house(),
                  route,
                  house.pieces(),
                  ImpText.number(house.weightKg()),
                  goods.substring(0, Math.min(GOODS_IN_BRIEF, goods.length())).strip()));
      out.tagged("TXT", ImpText.cut(goods, TEXT_WIDTH, TEXT_LINES));
      out.tagged("HTS", house.hsCodes().stream().limit(9).toList());
      if (house.mrn() != null) {
        out.line("OCI/BE/IMP/M/" + house.mrn());
      }
    }
    return out.bytes();
  }
}
