package eu.perron.reference;

import java.time.LocalDate;
import java.util.List;

/** A room that goes by codes of such lists says which, so that an unknown one is seen early. */
public interface CodesInUse {
  List<CodeInUse> on(LocalDate day);

  /**
   * @param where the table and row that name it
   */
  record CodeInUse(ListKind kind, String code, String where) {}
}
