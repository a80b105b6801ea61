package eu.perron.operations;

import eu.perron.exchange.DeadLetters;
import eu.perron.exchange.DeadLetters.Raw;
import eu.perron.exchange.Unmatched;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * A message as it travelled: shown as text and never run, only so much of it as a page can bear.
 */
@Controller
class RawPage {
  private static final int MOST = 64 * 1024;
  private static final int MOST_HEX = 2 * 1024;
  private final DeadLetters deadLetters;
  private final Unmatched unmatched;

  RawPage(DeadLetters deadLetters, Unmatched unmatched) {
    this.deadLetters = deadLetters;
    this.unmatched = unmatched;
  }

  @GetMapping("/operations/messages/{id}")
  String raw(@PathVariable String id, @RequestParam(required = false) String arrival, Model model) {
    Raw raw =
        deadLetters
            .raw(id, MOST)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("raw", raw);
    model.addAttribute("body", readable(raw.body()));
    model.addAttribute("cut", raw.size() > MOST);
    model.addAttribute("reply", raw.reply() == null ? null : readable(raw.reply()));
    model.addAttribute("read", arrival == null ? null : unmatched.content(arrival).orElse(null));
    return "operations/raw";
  }

  /**
   * Text if it is any; otherwise its first bytes in hexadecimal. A cut in the middle of a character
   * is no matter.
   */
  static String readable(byte[] bytes) {
    if (bytes.length == 0) {
      return "";
    }
    for (int end = bytes.length; end > Math.max(0, bytes.length - 4); end--) {
      try {
        String text =
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, 0, end))
                .toString();
        return text.indexOf('\0') < 0 ? text : hex(bytes);
      } catch (CharacterCodingException notText) {
        continue;
      }
    }
    return hex(bytes);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(MOST_HEX, bytes.length));
  }
}
