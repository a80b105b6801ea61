package eu.perron.connectors.belgium;

import eu.perron.connectors.belgium.IdmsWriter.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the simulated office is going to tell about the declarations of one message. */
final class Notices {
  /** So many at most in one message, as the schema has it. */
  private static final int MOST = 999;

  private final Map<Due, List<Part>> told = new LinkedHashMap<>();

  private record Due(Duration after, boolean ofControl) {
    void call(OfficePractice practice, byte[] message) {
      if (ofControl) {
        practice.callAfterControl(message, after);
      } else {
        practice.call(message, after);
      }
    }
  }

  void add(Part notification, Duration after) {
    at(new Due(after, false)).add(notification);
  }

  void addAfterControl(Part notification, Duration after) {
    at(new Due(after, true)).add(notification);
  }

  private List<Part> at(Due due) {
    return told.computeIfAbsent(due, first -> new ArrayList<>());
  }

  /**
   * @param together what falls due at the same time is one message; else each is one of its own
   */
  void call(OfficePractice practice, boolean together) {
    int most = together ? MOST : 1;
    told.forEach(
        (due, parts) -> {
          for (int from = 0; from < parts.size(); from += most) {
            due.call(practice, message(parts.subList(from, Math.min(parts.size(), from + most))));
          }
        });
  }

  private static byte[] message(List<Part> parts) {
    Part first = parts.get(0);
    return parts.size() == 1
        ? first.alone()
        : IdmsWriter.message(
            Idms.NOTIFICATIONS,
            first.sender(),
            first.recipient(),
            first.prepared(),
            "N"
                + IdmsWriter.identificationOf(
                    parts.stream().map(Part::identification).collect(Collectors.joining(" "))),
            null,
            xml -> {
              for (Part part : parts) {
                xml.part(part);
              }
            });
  }
}
