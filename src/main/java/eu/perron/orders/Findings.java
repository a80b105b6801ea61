package eu.perron.orders;

import eu.perron.house.InputError;
import java.util.ArrayList;
import java.util.List;

/** All that is wrong with an input, not the first thing only. */
final class Findings {
  private final List<InputError> unknown = new ArrayList<>();
  private final List<InputError> wrong = new ArrayList<>();

  void unknown(String pointer) {
    unknown.add(new InputError(pointer, "unknown-property", "There is no such property."));
  }

  void wrong(String pointer, String code, String message) {
    wrong.add(new InputError(pointer, code, message));
  }

  /** Properties that the contract does not have: the body is not of this format. */
  List<InputError> unknown() {
    return unknown;
  }

  List<InputError> wrong() {
    return wrong;
  }

  boolean none() {
    return unknown.isEmpty() && wrong.isEmpty();
  }
}
