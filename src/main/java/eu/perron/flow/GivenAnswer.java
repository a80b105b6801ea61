package eu.perron.flow;

/** An answer for a wait, found or not yet begun: a row of {@code flow_answer} when it has to be kept. */
record GivenAnswer(String businessKey, String process, String activity, String answer) {}
