/**
 * How fast Perron is: the packaged program as users run it, a durable MariaDB, and the simulated
 * partners in a process of their own, on one machine; beside it, in the same run, a plain engine.
 * Run by {@code mvn -Pbench verify}. It shares the processes it plays with with the experiments of
 * {@code eu.perron.chaos}.
 */
package eu.perron.bench;
