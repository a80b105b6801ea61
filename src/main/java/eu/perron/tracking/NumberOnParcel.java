package eu.perron.tracking;

import java.util.Optional;

/** A kind of number that a consignee may read on a parcel. */
interface NumberOnParcel {
  /** The order it belongs to, if this number is of this kind. */
  Optional<String> orderOf(String number);
}
