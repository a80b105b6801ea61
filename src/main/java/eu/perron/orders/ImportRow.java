package eu.perron.orders;

import java.util.Map;

/**
 * One row of a file.
 *
 * @param orderNo counts the references as they first appear in the file
 * @param rowNo as a spreadsheet counts: the header is row 1
 * @param cells by column, empty ones left out; null if the row is no row of this file
 * @param problem why it has no cells
 */
record ImportRow(
    int orderNo, int rowNo, String reference, Map<String, String> cells, String problem) {}
