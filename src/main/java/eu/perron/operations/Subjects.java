package eu.perron.operations;

import eu.perron.exchange.MessageLog;
import eu.perron.exchange.Unmatched;
import eu.perron.flow.Incidents;
import eu.perron.operations.Acts.Kind;
import eu.perron.operations.Acts.Subject;
import org.springframework.stereotype.Component;

/** What an act is about, in words that stay when the thing itself is gone. */
@Component
class Subjects {
  private final MessageLog log;
  private final Unmatched unmatched;
  private final Incidents incidents;

  Subjects(MessageLog log, Unmatched unmatched, Incidents incidents) {
    this.log = log;
    this.unmatched = unmatched;
    this.incidents = incidents;
  }

  Subject message(String id) {
    return new Subject(
        Kind.MESSAGE,
        id,
        log.entry(id)
            .map(
                one -> String.join(" ", one.direction(), one.partner(), one.operation(), one.key()))
            .orElse(id));
  }

  Subject arrival(String id) {
    return new Subject(
        Kind.ARRIVAL,
        id,
        unmatched
            .find(id)
            .map(lost -> String.join(" ", lost.partner(), lost.kind(), lost.about()))
            .orElse(id));
  }

  Subject incident(String id) {
    return new Subject(
        Kind.INCIDENT,
        id,
        incidents
            .find(id)
            .map(one -> String.join(" ", one.businessKey(), one.process(), one.activity()))
            .orElse(id));
  }
}
