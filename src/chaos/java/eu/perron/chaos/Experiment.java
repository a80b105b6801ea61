package eu.perron.chaos;

/** One promise and the attempt to break it. */
interface Experiment {
  /** As it is chosen by: {@code -Dexperiment=kills}. */
  String name();

  String promise();

  /** It needs neither nodes nor partners, only processor time: it is played beside the others. */
  default boolean standsAlone() {
    return false;
  }

  /** Plays it on the stage and writes down what was done and found. */
  void run(Stage stage, Scale scale, Findings findings) throws Exception;
}
