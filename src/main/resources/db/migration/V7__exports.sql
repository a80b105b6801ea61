-- One row for each list sent for an order; a corrected list is a new revision with a number of its own.
CREATE TABLE export_declaration (
  cop_no         VARCHAR(30)   NOT NULL PRIMARY KEY COMMENT 'our number for it, fixed before the first send',
  order_number   CHAR(12)      NOT NULL,
  revision       INT           NOT NULL,
  guid           CHAR(36)      NOT NULL,
  superseded     BOOLEAN       NOT NULL DEFAULT FALSE COMMENT 'a later revision counts',
  state          VARCHAR(20)   NOT NULL,
  inspected      BOOLEAN       NOT NULL DEFAULT FALSE,
  customs_status INT           NULL COMMENT 'returnStatus of the receipt that decided the state',
  decided_at     DATETIME(3)   NULL COMMENT 'by the clock of customs',
  pre_no         VARCHAR(18)   NULL,
  invt_no        VARCHAR(20)   NULL COMMENT 'the number customs gave the list',
  reason         VARCHAR(1000) NULL,
  declared_at    DATETIME(3)   NOT NULL,
  UNIQUE KEY export_declaration_revision (order_number, revision),
  KEY export_declaration_current (order_number, superseded)
) ENGINE=InnoDB;

-- Which lists fly under which master air waybill, as told to customs.
CREATE TABLE export_waybill_list (
  cop_no             VARCHAR(30)   NOT NULL PRIMARY KEY,
  consignment_number VARCHAR(24)   NOT NULL,
  revision           INT           NOT NULL,
  guid               CHAR(36)      NOT NULL,
  content_hash       CHAR(64)      NOT NULL COMMENT 'the same list is not filed twice',
  state              VARCHAR(20)   NOT NULL,
  customs_status     INT           NULL,
  decided_at         DATETIME(3)   NULL,
  pre_no             VARCHAR(18)   NULL,
  reason             VARCHAR(1000) NULL,
  filed_at           DATETIME(3)   NOT NULL,
  UNIQUE KEY export_waybill_list_revision (consignment_number, revision)
) ENGINE=InnoDB;
