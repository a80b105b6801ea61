-- One row for each export declaration sent to Belgian customs; a corrected one is a new revision under a number of its own.
CREATE TABLE union_export (
  lrn           VARCHAR(22)     NOT NULL PRIMARY KEY COMMENT 'our number for it, fixed before the first send',
  order_number  CHAR(12)        NOT NULL,
  revision      INT             NOT NULL,
  superseded    BOOLEAN         NOT NULL DEFAULT FALSE COMMENT 'a later revision counts',
  kind          VARCHAR(12)     NOT NULL COMMENT 'STANDARD or SIMPLIFIED',
  exporter_eori VARBINARY(104)  NULL COMMENT 'sealed: a sole trader is a person',
  state         VARCHAR(20)     NOT NULL,
  state_at      DATETIME(3)     NOT NULL COMMENT 'by the clock of customs',
  mrn           CHAR(18)        NULL,
  reason        VARBINARY(4100) NULL COMMENT 'sealed: what customs said last',
  refused_item  INT             NULL,
  declared_at   DATETIME(3)     NOT NULL,
  arrived_at    DATETIME(3)     NULL COMMENT 'its arrival at exit was announced',
  left_at       DATETIME(3)     NULL COMMENT 'its exit was notified',
  UNIQUE KEY union_export_revision (order_number, revision),
  KEY union_export_current (order_number, superseded),
  UNIQUE KEY union_export_mrn (mrn)
) ENGINE=InnoDB;

-- How long an order of the reverse lane may take to the door.
INSERT INTO promise_rule (lane, valid_from, days, source) VALUES
  ('BE-CN', '2000-01-01', 12, 'Assumption of the demonstration, unverified: 1 day export, 4 air, 3 customs, 4 delivery');
