-- What is owed for each accepted declaration, what customs debited, and where the two differ. No personal data: it stays
-- when the order leaves for the archive.
CREATE TABLE ledger_debt (
  lrn                  VARCHAR(22)    NOT NULL PRIMARY KEY,
  order_number         VARCHAR(20)    NOT NULL,
  mrn                  VARCHAR(18)    NULL,
  declaration          VARCHAR(4)     NOT NULL,
  additional_procedure VARCHAR(4)     NULL,
  ioss_number          VARCHAR(20)    NULL COMMENT 'if its VAT was taken at checkout',
  destination          CHAR(2)        NOT NULL,
  accepted_on          DATE           NOT NULL,
  checkout_on          DATE           NOT NULL COMMENT 'the month of the IOSS return',
  duty                 DECIMAL(14, 2) NOT NULL,
  vat_at_import        DECIMAL(14, 2) NOT NULL,
  fees                 DECIMAL(14, 2) NOT NULL,
  vat_at_checkout      DECIMAL(14, 2) NOT NULL,
  debited              DECIMAL(14, 2) NULL COMMENT 'by customs, all together',
  void                 BOOLEAN        NOT NULL DEFAULT FALSE COMMENT 'invalidated: nothing is owed',
  KEY ledger_debt_mrn (mrn),
  KEY ledger_debt_order (order_number),
  KEY ledger_debt_accepted (accepted_on, debited),
  KEY ledger_debt_ioss (ioss_number, checkout_on)
) ENGINE=InnoDB;

-- VAT taken at checkout, by rate, as the IOSS return asks for it.
CREATE TABLE ledger_sale (
  lrn      VARCHAR(22)    NOT NULL,
  vat_rate DECIMAL(5, 2)  NOT NULL,
  vat_base DECIMAL(14, 2) NOT NULL,
  vat      DECIMAL(14, 2) NOT NULL,
  PRIMARY KEY (lrn, vat_rate)
) ENGINE=InnoDB;

CREATE TABLE debit_file (
  id      CHAR(36)     NOT NULL PRIMARY KEY,
  name    VARCHAR(120) NOT NULL,
  sha256  CHAR(64)     NOT NULL,
  content LONGBLOB     NOT NULL,
  read_at DATETIME(3)  NOT NULL,
  read_by VARCHAR(80)  NOT NULL,
  debits  INT          NOT NULL,
  UNIQUE KEY debit_file_once (sha256)
) ENGINE=InnoDB;

CREATE TABLE ledger_debit (
  file_id    CHAR(36)       NOT NULL,
  line       INT            NOT NULL,
  mrn        VARCHAR(18)    NOT NULL,
  debited_on DATE           NOT NULL,
  duty       DECIMAL(14, 2) NOT NULL,
  vat        DECIMAL(14, 2) NOT NULL,
  fees       DECIMAL(14, 2) NOT NULL,
  PRIMARY KEY (file_id, line),
  KEY ledger_debit_mrn (mrn)
) ENGINE=InnoDB;

CREATE TABLE ledger_difference (
  id           CHAR(36)       NOT NULL PRIMARY KEY,
  kind         VARCHAR(20)    NOT NULL COMMENT 'AMOUNT, UNKNOWN_MRN, TWICE, VOID_DEBITED, NOT_DEBITED or ORDER_CHANGED',
  mrn          VARCHAR(18)    NULL,
  lrn          VARCHAR(22)    NULL,
  order_number VARCHAR(20)    NULL,
  expected     DECIMAL(14, 2) NULL,
  found        DECIMAL(14, 2) NULL,
  what         VARCHAR(400)   NOT NULL,
  seen_at      DATETIME(3)    NOT NULL,
  decision     VARCHAR(20)    NULL COMMENT 'CUSTOMS_RIGHT, WE_RIGHT; null: open',
  note         VARCHAR(400)   NULL,
  decided_at   DATETIME(3)    NULL,
  decided_by   VARCHAR(80)    NULL,
  KEY ledger_difference_open (decision, seen_at),
  UNIQUE KEY ledger_difference_once (kind, mrn, found)
) ENGINE=InnoDB;
