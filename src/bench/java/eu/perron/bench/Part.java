package eu.perron.bench;

/** One question about speed. */
interface Part {
  String name();

  /** What is measured, in a sentence. */
  String what();

  void run(Ground ground, Size size, Sheet sheet) throws Exception;
}
