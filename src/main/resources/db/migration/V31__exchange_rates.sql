-- Published rates of exchange that operators imported. The original file is kept; nothing takes effect before a
-- person has seen what it changes. A rate that is corrected gets a new version: what was in force stays on record.
CREATE TABLE rate_file (
  id          CHAR(36)     NOT NULL PRIMARY KEY,
  name        VARCHAR(120) NOT NULL,
  format      VARCHAR(20)  NOT NULL COMMENT 'ECB_XML, ECB_CSV or CUSTOMS_CSV',
  sha256      CHAR(64)     NOT NULL,
  content     LONGBLOB     NOT NULL,
  state       VARCHAR(10)  NOT NULL COMMENT 'SHOWN, IN_FORCE or LEFT',
  read_at     DATETIME(3)  NOT NULL,
  read_by     VARCHAR(80)  NOT NULL,
  decided_at  DATETIME(3)  NULL,
  decided_by  VARCHAR(80)  NULL,
  rates       INT          NOT NULL DEFAULT 0 COMMENT 'how many it brought into force',
  KEY rate_file_read (read_at)
) ENGINE=InnoDB;

CREATE TABLE exchange_rate (
  kind       VARCHAR(8)     NOT NULL COMMENT 'CUSTOMS or ECB',
  currency   CHAR(3)        NOT NULL,
  valid_from DATE           NOT NULL,
  version    INT            NOT NULL,
  valid_to   DATE           NULL COMMENT 'this day included; null: until the next',
  per_euro   DECIMAL(20, 8) NOT NULL,
  mark       VARCHAR(10)    NOT NULL,
  source     VARCHAR(190)   NOT NULL,
  file_id    CHAR(36)       NOT NULL,
  PRIMARY KEY (kind, currency, valid_from, version)
) ENGINE=InnoDB;
