package eu.perron.orders;

import java.util.List;

/**
 * A row that was not taken. Column, code and message are those of its first error.
 *
 * @param row as a spreadsheet counts: the header is row 1
 */
record RefusedRow(
    int row, String reference, String column, String code, String message, List<CellError> errors) {
  record CellError(String column, String code, String message) {}

  static RefusedRow of(int row, String reference, List<CellError> errors) {
    CellError first = errors.get(0);
    return new RefusedRow(row, reference, first.column(), first.code(), first.message(), errors);
  }
}
