package eu.perron.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.Decoder;
import eu.perron.exchange.LoggedMessage;
import eu.perron.exchange.MessageLog;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One message: as it travelled, what we read in it, what it did, how often it was tried. */
@Controller
class MessagePage {
  private static final Logger LOG = LoggerFactory.getLogger(MessagePage.class);
  private static final int MOST = 50;
  private final MessageLog log;
  private final Decoder decoder;
  private final Acts acts;
  private final ObjectMapper json;

  MessagePage(MessageLog log, Decoder decoder, Acts acts, ObjectMapper json) {
    this.log = log;
    this.decoder = decoder;
    this.acts = acts;
    this.json = json;
  }

  /** A thing that stands in it, in our words. */
  record Part(String name, String about, String content) {}

  record Try(LoggedMessage.Try tried, String reply) {}

  @GetMapping("/operations/messages/{id}")
  String message(@PathVariable String id, Authentication who, Model model) {
    LoggedMessage message =
        log.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Optional<Decoder.Decoded> read = message.ours() ? Optional.empty() : read(message);
    List<LoggedMessage.Told> told =
        log.told(message, read.map(Decoder.Decoded::arrivals).orElse(List.of()));
    model.addAttribute("message", message);
    model.addAttribute("body", Shown.readable(message.body()));
    model.addAttribute("cut", message.body().length > Shown.MOST);
    model.addAttribute("reply", Shown.readable(message.reply()));
    model.addAttribute("unreadable", read.map(Decoder.Decoded::problem).orElse(null));
    model.addAttribute("parts", parts(message, read));
    model.addAttribute("did", told);
    model.addAttribute(
        "tries",
        message.tries().stream()
            .map(tried -> new Try(tried, Shown.readable(tried.reply())))
            .toList());
    model.addAttribute(
        "acts",
        acts.on(Stream.concat(Stream.of(id), told.stream().map(LoggedMessage.Told::id)).toList()));
    model.addAttribute("again", again(message));
    model.addAttribute("operator", isOperator(who));
    return "operations/message";
  }

  private Optional<Decoder.Decoded> read(LoggedMessage message) {
    try {
      return decoder.decode(message.partner(), message.operation(), message.body());
    } catch (RuntimeException astray) {
      LOG.warn("Message {} cannot be read again: {}", message.id(), astray.toString());
      return Optional.of(new Decoder.Decoded(null, List.of(), astray.toString()));
    }
  }

  /** In ours: the letters it was composed of. In theirs: what today's reader reads. */
  private List<Part> parts(LoggedMessage message, Optional<Decoder.Decoded> read) {
    Stream<Part> parts =
        message.ours()
            ? message.letters().stream()
                .map(
                    letter ->
                        new Part(letter.key(), letter.about(), Shown.json(json, letter.content())))
            : read.map(Decoder.Decoded::arrivals).orElse(List.of()).stream().map(this::part);
    return parts.limit(MOST).toList();
  }

  private Part part(Arrival arrival) {
    return new Part(arrival.kind(), arrival.about(), Shown.json(json, arrival.content()));
  }

  /**
   * @return whether to offer that it goes again: send, retry or read; null: none of them
   */
  private static String again(LoggedMessage message) {
    if (!message.ours()) {
      return "read";
    }
    boolean withdrawn = message.letters().stream().anyMatch(LoggedMessage.Carried::withdrawn);
    return switch (message.state()) {
      case "SENT" -> withdrawn ? null : "send";
      case "PARKED" -> withdrawn ? null : "retry";
      default -> null;
    };
  }

  private static boolean isOperator(Authentication who) {
    return who.getAuthorities().stream()
        .anyMatch(authority -> authority.getAuthority().equals("ROLE_OPERATOR"));
  }
}
