package eu.perron.house;

import java.util.List;

/** Something a person should read when the program is ready; a room may bring one. */
public interface Greeting {
  /** Each a label and a value, as in "API key" and "as before". */
  List<Line> lines();

  record Line(String label, String value) {}
}
