-- What all nodes know of a partner. The row is locked where messages are taken, so that nobody takes one after it was declared down.
CREATE TABLE exchange_partner (
  partner      VARCHAR(40)   NOT NULL PRIMARY KEY,
  down_since   DATETIME(3)   NULL COMMENT 'a person declared it down; nothing is sent',
  down_by      VARCHAR(60)   NULL,
  down_why     VARCHAR(250)  NULL,
  next_call_at DATETIME(6)   NULL COMMENT 'the budget: no call before it, by the clock of the database',
  well_at      DATETIME(3)   NULL COMMENT 'when it last took a message, to a second or so'
) ENGINE=InnoDB;
INSERT INTO exchange_partner (partner) VALUES
  ('china-customs'), ('belgian-customs'), ('ics2'), ('airline'), ('hub-sorter'), ('bpost'), ('postnl'), ('dhl'), ('dpd'),
  ('gls'), ('cainiao');

-- The nodes that work on this database, and how each sees the partners.
CREATE TABLE exchange_node (
  id         CHAR(36)     NOT NULL PRIMARY KEY,
  name       VARCHAR(120) NOT NULL COMMENT 'host, port and process, for people',
  started_at DATETIME(3)  NOT NULL,
  seen_at    DATETIME(3)  NOT NULL COMMENT 'by the clock of the database',
  partners   VARCHAR(1000) NOT NULL COMMENT 'as this node sees them: circuit, calls that run, calls a second; bpost=OPEN:3:12.5 airline=CLOSED:0:0.1'
) ENGINE=InnoDB;

-- A try that fails counts against a message only while the partner takes others.
ALTER TABLE exchange_message
  ADD COLUMN tried_at DATETIME(3) NULL COMMENT 'when the last try failed',
  ADD COLUMN faults INT NOT NULL DEFAULT 0 COMMENT 'failed tries that count against it; attempts counts all';

-- Arrivals are taken partner by partner, so that one who floods us starves nobody.
ALTER TABLE exchange_arrival ADD KEY arrival_due_of_partner (state, partner, due_at), DROP KEY arrival_due;
