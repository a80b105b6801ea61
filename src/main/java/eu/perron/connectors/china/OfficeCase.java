package eu.perron.connectors.china;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * What the simulated office does with a document or a list: provoked by "lot" and a code in the
 * name of one of the goods.
 */
record OfficeCase(List<OfficeCase.Step> steps) {
  /** One receipt: what is said, and how long after the message. */
  record Step(int status, Duration after, String info) {}

  private static final Duration AT_FIRST = Duration.ofSeconds(3);
  private static final Duration THEN = Duration.ofSeconds(6);
  private static final Duration AT_LAST = Duration.ofSeconds(12);
  private static final Pattern LOT = Pattern.compile("\\blot (CEB[A-Z0-9]+)\\b");

  private static final Duration SOON = Duration.ofSeconds(1);
  static final Step DOCUMENT_STORED = new Step(120, SOON, "已入库 stored");
  static final Step STORED = new Step(120, AT_FIRST, "已入库 stored");
  static final List<Step> NOT_GENUINE =
      List.of(new Step(-621029, AT_FIRST, "验签失败 the signature is not right"));
  private static final Step RELEASED = new Step(800, THEN, "放行 released");

  static OfficeCase of(Element inventory) {
    List<Element> items = CebXml.children(inventory, "InventoryList");
    for (Element item : items) {
      Matcher lot = LOT.matcher(CebXml.text(item, "gname"));
      if (lot.find()) {
        return of(
            lot.group(1), CebXml.text(item, "gnum"), CebXml.child(inventory, "InventoryHead"));
      }
    }
    return new OfficeCase(List.of(STORED, RELEASED));
  }

  /**
   * @param goods named in it; empty if it names none
   * @param lot that makes the office give it back until it comes as a change
   */
  static OfficeCase ofDocument(String appType, String goods, String lot) {
    Matcher named = LOT.matcher(goods);
    boolean provoked = named.find() && named.group(1).equals(lot);
    return new OfficeCase(
        List.of(
            provoked && appType.equals("1")
                ? new Step(100, SOON, "退单 returned: gnum 1 the name of the goods is not specific")
                : DOCUMENT_STORED));
  }

  private static OfficeCase of(String lot, String gnum, Element head) {
    return switch (lot) {
      case "CEB100" ->
          new OfficeCase(
              isChanged(head, gnum)
                  ? List.of(STORED, RELEASED)
                  : List.of(
                      new Step(
                          100,
                          AT_FIRST,
                          "退单 returned: gnum " + gnum + " the name of the goods is not specific")));
      case "CEB500" ->
          new OfficeCase(
              List.of(
                  STORED,
                  new Step(500, THEN, "查验 inspection"),
                  new Step(800, AT_LAST, "放行 released after inspection")));
      case "CEB501" -> new OfficeCase(List.of(STORED, new Step(501, THEN, "扣留 detained")));
      case "CEBNONE" -> new OfficeCase(List.of());
      default -> new OfficeCase(List.of(STORED, RELEASED));
    };
  }

  /** A list sent again says in its note which names were changed. */
  private static boolean isChanged(Element head, String gnum) {
    return CebXml.text(head, "appType").equals("2")
        && Pattern.compile("\\bgname " + gnum + "\\b").matcher(CebXml.text(head, "note")).find();
  }
}
