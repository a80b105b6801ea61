-- The simulated partners keep books of their own.
CREATE DATABASE IF NOT EXISTS perron_simulators;
GRANT ALL ON perron_simulators.* TO 'perron'@'%';
