-- Lists that customs aggregate monthly (statisticsFlag B): one line each, from its release on.
CREATE TABLE export_summary_line (
  invt_no      VARCHAR(20)    NOT NULL PRIMARY KEY COMMENT 'the number customs gave the list',
  order_number CHAR(12)       NOT NULL,
  owner_code   VARCHAR(18)    NOT NULL,
  owner_name   VARBINARY(700) NOT NULL COMMENT 'sealed',
  month        CHAR(7)        NOT NULL COMMENT 'of its release, in China: 2026-11',
  summary_no   VARCHAR(30)    NULL COMMENT 'copNo of the application it stands in',
  KEY export_summary_line_open (summary_no, month),
  KEY export_summary_line_order (order_number)
) ENGINE=InnoDB;

-- One application (CEB701) for each consignor of a month.
CREATE TABLE export_summary (
  cop_no         VARCHAR(30)     NOT NULL PRIMARY KEY,
  month          CHAR(7)         NOT NULL,
  number         INT             NOT NULL COMMENT 'within the month',
  revision       INT             NOT NULL,
  superseded     BOOLEAN         NOT NULL,
  guid           CHAR(36)        NOT NULL,
  owner_code     VARCHAR(18)     NOT NULL,
  owner_name     VARBINARY(700)  NOT NULL COMMENT 'sealed',
  state          VARCHAR(20)     NOT NULL,
  customs_status INT             NULL COMMENT 'returnStatus of the receipt that decided the state',
  decided_at     DATETIME(3)     NULL COMMENT 'by the clock of customs',
  sum_no         VARCHAR(18)     NULL COMMENT 'the number customs gave the application',
  entry_id       VARCHAR(18)     NULL COMMENT 'the customs declaration it became',
  reason         VARBINARY(4100) NULL COMMENT 'sealed',
  filed_at       DATETIME(3)     NOT NULL,
  UNIQUE KEY export_summary_revision (month, number, revision),
  KEY export_summary_sum (sum_no)
) ENGINE=InnoDB;

-- Which months were taken up, so that two nodes do not both do it.
CREATE TABLE export_month (
  month    CHAR(7)     NOT NULL PRIMARY KEY,
  begun_at DATETIME(3) NOT NULL
) ENGINE=InnoDB;

ALTER TABLE export_declaration
  ADD statistics_flag CHAR(1) NOT NULL DEFAULT 'A' COMMENT 'A simplified, B aggregated monthly' AFTER guid;
