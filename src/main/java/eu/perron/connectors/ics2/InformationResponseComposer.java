package eu.perron.connectors.ics2;

import eu.perron.exchange.Composer;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PostedLetter;
import eu.perron.freight.SecurityAnswer;
import java.util.List;
import org.springframework.stereotype.Component;

/** IE3R02: our answer to a request for information. */
@Component
class InformationResponseComposer implements Composer {
  @Override
  public Partner partner() {
    return Partner.ICS2;
  }

  @Override
  public String operation() {
    return "information-response";
  }

  @Override
  public OutgoingMessage compose(List<PostedLetter> letters) {
    PostedLetter letter = letters.get(0);
    return new OutgoingMessage(
        partner(),
        operation(),
        letter.key(),
        "application/xml",
        write(letter.as(SecurityAnswer.class)));
  }

  static byte[] write(SecurityAnswer answer) {
    Ics2Writer out =
        new Ics2Writer(answer.method() == null ? "IE3R02" : "IE3R03")
            .element("LRN", answer.lrn())
            .element("MRN", answer.mrn())
            .at("DocumentIssueDate", answer.answeredAt());
    EntrySummaryComposer.declarant(out, answer.declarant())
        .element("ReferralRequestReference", answer.lrn() + "-" + answer.number());
    if (answer.method() != null) {
      out.element("ScreeningMethod", answer.method());
    }
    return out.open("AdditionalInformation").text("Text", answer.text(), 1000).close().end();
  }
}
