package eu.perron.audit;

/** Where the chain ends. @param mac null as long as nothing was sealed */
record Head(long number, byte[] hash, byte[] mac) {
  boolean isUntouched() {
    return number == 0 && mac == null;
  }
}
