/**
 * Perron's promises, proven by breaking it: real node processes, a real MariaDB process, the
 * simulated partners in a process of their own, and this program, which stands between them, kills,
 * stops and confuses them, and counts afterwards. Run by {@code mvn -Pchaos verify}.
 */
package eu.perron.chaos;
