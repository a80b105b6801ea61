package eu.perron.desk;

import eu.perron.freight.House;
import eu.perron.freight.Particulars;
import eu.perron.freight.Trader;
import java.util.List;

/**
 * What a clerk typed of a house as it shall be.
 *
 * @param hsCodes with blanks or commas between them
 * @param weight in kilograms; a comma will do for the point
 */
record AmendedHouse(
    String goods,
    String hsCodes,
    String weight,
    String consignorName,
    String consignorStreet,
    String consignorCity,
    String consignorPostcode,
    String consigneeName,
    String consigneeStreet,
    String consigneeCity,
    String consigneePostcode) {

  /**
   * @throws NumberFormatException if the weight is no number
   */
  Particulars of(House was) {
    return new Particulars(
        plain(goods),
        List.of(plain(hsCodes).split("[\\s,;]+")),
        TypedNumber.parse(weight),
        new Trader(
            plain(consignorName),
            plain(consignorStreet),
            plain(consignorCity),
            plain(consignorPostcode),
            was.consignor().country()),
        new Trader(
            plain(consigneeName),
            plain(consigneeStreet),
            plain(consigneeCity),
            plain(consigneePostcode),
            was.consignee().country()));
  }

  private static String plain(String typed) {
    return typed == null ? "" : typed.strip();
  }
}
