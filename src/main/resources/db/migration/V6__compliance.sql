CREATE TABLE compliance_finding (
  id           BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_number CHAR(12)      NOT NULL,
  position     INT           NULL COMMENT 'of the order line; null: the whole order',
  code         VARCHAR(30)   NOT NULL,
  subject      VARCHAR(600)  NOT NULL COMMENT 'what was judged; an acceptance holds for it alone',
  detail       VARCHAR(1500) NOT NULL,
  state        VARCHAR(10)   NOT NULL COMMENT 'OPEN ACCEPTED CORRECTED REFUSED',
  found_at     DATETIME(3)   NOT NULL,
  decided_at   DATETIME(3)   NULL,
  clerk        VARCHAR(80)   NULL COMMENT 'null though decided: refused by the rules',
  note         VARCHAR(1000) NULL,
  KEY compliance_finding_order (order_number),
  KEY compliance_finding_open (state, code)
) ENGINE=InnoDB;
