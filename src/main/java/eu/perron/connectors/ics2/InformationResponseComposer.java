package eu.perron.connectors.ics2;

import eu.perron.freight.SecurityAnswer;
import org.springframework.stereotype.Component;

/** IE3R02: our answer to a request for information. */
@Component
class InformationResponseComposer extends Ics2Composer<SecurityAnswer> {
  InformationResponseComposer() {
    super("information-response", SecurityAnswer.class, InformationResponseComposer::write);
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
