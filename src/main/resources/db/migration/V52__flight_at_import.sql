-- What an import officer sees of a flight, counted on one index and never parcel by parcel.
ALTER TABLE import_declaration
  ADD COLUMN consignment_number VARCHAR(12) NULL COMMENT 'what the goods flew with; NULL: no flight of ours',
  ADD COLUMN in_force BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'FALSE: a later one took its place',
  ADD COLUMN cause CHAR(16) NULL COMMENT 'keyed hash of the reason without its figures: like cases have like ones',
  ADD KEY import_declaration_flight (consignment_number, in_force, state, cause, order_number, state_at);

UPDATE import_declaration d JOIN freight_house h ON h.order_number = d.order_number
   SET d.consignment_number = h.consignment_number;
UPDATE import_declaration d
  JOIN import_declaration later ON later.order_number = d.order_number AND later.sequence > d.sequence
   SET d.in_force = FALSE;

-- One decision for many like cases of a flight, and what became of each.
CREATE TABLE flight_decision (
  id                 CHAR(36)      NOT NULL PRIMARY KEY,
  consignment_number VARCHAR(12)   NOT NULL,
  process            VARCHAR(40)   NOT NULL,
  activity           VARCHAR(60)   NOT NULL,
  task_name          VARCHAR(120)  NOT NULL,
  state              VARCHAR(20)   NOT NULL COMMENT 'of the declarations when it was decided',
  cause              CHAR(16)      NULL,
  answer             MEDIUMBLOB    NOT NULL COMMENT 'sealed JSON: the form as the clerk filled it in',
  clerk              VARCHAR(60)   NOT NULL,
  decided_at         DATETIME(3)   NOT NULL,
  cases              INT           NOT NULL,
  cleared_before     INT           NOT NULL,
  blocked_before     INT           NOT NULL,
  cleared_after      INT           NULL,
  blocked_after      INT           NULL,
  finished_at        DATETIME(3)   NULL,
  KEY flight_decision_consignment (consignment_number, decided_at),
  KEY flight_decision_open (finished_at)
) ENGINE=InnoDB;

CREATE TABLE flight_decision_case (
  decision_id   CHAR(36)        NOT NULL,
  order_number  CHAR(12)        NOT NULL,
  outcome       VARCHAR(10)     NULL COMMENT 'NULL: its turn has not come; DONE GONE TAKEN FAILED',
  problem       VARBINARY(2100) NULL COMMENT 'sealed: why it failed',
  attempts      INT             NOT NULL DEFAULT 0,
  done_at       DATETIME(3)     NULL,
  PRIMARY KEY (decision_id, order_number),
  KEY flight_decision_case_outcome (decision_id, outcome, order_number),
  KEY flight_decision_case_order (order_number)
) ENGINE=InnoDB;
