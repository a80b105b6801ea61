package eu.perron.connectors.china;

import eu.perron.connectors.MessageReader;
import eu.perron.connectors.Unreadable;
import eu.perron.exchange.Arrival;
import eu.perron.exchange.Partner;
import eu.perron.exports.MessageRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * CEB900: a whole message of ours was not taken. It names the message by an identity that the
 * exchange client may have given it, and holds its text, in which our own stands.
 */
@Component
class MessageRefusalReader implements MessageReader {
  private static final String MESSAGE = "CEB900Message";
  private static final String OPERATION = "message-refusal";
  private static final int LONGEST_ABOUT = 120;
  private static final Pattern TYPE = Pattern.compile("CEB\\d{3}");
  private static final Pattern GUID = Pattern.compile("\\bguid=[\"']([0-9A-Fa-f-]{36})[\"']");

  @Override
  public Partner partner() {
    return Partner.CHINA_CUSTOMS;
  }

  @Override
  public String operation() {
    return OPERATION;
  }

  @Override
  public Reading read(byte[] body) throws Unreadable {
    Element root = CebXml.read(body, MESSAGE);
    Element returned = CebXml.child(root, "MessageReturn");
    String where = MESSAGE + "/MessageReturn";
    int status = CebReceiptReader.status(returned, where);
    String original = CebXml.text(returned, "oriBizMessage");
    List<String> messages = messages(CebXml.text(returned, "oriCopMsgId"), original);
    Arrival refused =
        new Arrival(
            OPERATION,
            CebXml.text(returned, "guid") + "|" + status,
            messages.isEmpty() ? "a message not named" : messages.get(0),
            new MessageRefusal(
                type(CebXml.text(returned, "oriMessageType"), original),
                messages,
                status,
                CebReceiptReader.time(returned, where),
                CebXml.text(returned, "returnInfo")));
    return new Reading(CebReceiptReader.identity(root, body), List.of(refused));
  }

  private static List<String> messages(String named, String original) {
    List<String> messages = new ArrayList<>();
    if (!named.isEmpty() && named.length() <= LONGEST_ABOUT) {
      messages.add(named);
    }
    Matcher guid = GUID.matcher(original);
    if (guid.find() && !messages.contains(guid.group(1))) {
      messages.add(guid.group(1));
    }
    return List.copyOf(messages);
  }

  /** Such as {@code CEB603}; empty if it says so nowhere. */
  private static String type(String named, String original) {
    for (String text : List.of(named, original)) {
      Matcher type = TYPE.matcher(text);
      if (type.find()) {
        return type.group();
      }
    }
    return "";
  }
}
