-- What customs found goods to be that were declared otherwise; the debt is counted anew by it.
CREATE TABLE import_correction (
  lrn           VARCHAR(22)     NOT NULL,
  item          INT             NOT NULL COMMENT 'number of the goods item',
  order_number  CHAR(12)        NOT NULL,
  hs_code       VARCHAR(10)     NULL COMMENT 'NULL: as declared',
  price         DECIMAL(14,2)   NULL COMMENT 'of all its pieces, in the currency of the order; NULL: as declared',
  reason        VARBINARY(4100) NULL COMMENT 'sealed',
  corrected_at  DATETIME(3)     NOT NULL COMMENT 'as customs dated it',
  PRIMARY KEY (lrn, item),
  KEY import_correction_order (order_number)
) ENGINE=InnoDB;

-- Advance security (ICS2): what was referred, and what is filed by master.
ALTER TABLE freight_house
  ADD COLUMN referral CHAR(3) NULL COMMENT 'RFI: information is wanted, RFS: screening';

CREATE TABLE freight_master_filing (
  lrn                VARCHAR(22)     NOT NULL PRIMARY KEY,
  consignment_number VARCHAR(12)     NOT NULL,
  kind               VARCHAR(12)     NOT NULL COMMENT 'COMPLETION ARRIVAL',
  round              INT             NOT NULL COMMENT 'filed again under a new LRN: the highest counts',
  state              VARCHAR(12)     NOT NULL COMMENT 'FILED REGISTERED NOT_COMPLETE',
  mrn                CHAR(18)        NULL,
  says               VARBINARY(4100) NULL COMMENT 'sealed: what is missing',
  filed_at           DATETIME(3)     NOT NULL,
  KEY freight_master_filing_consignment (consignment_number, kind, round, state)
) ENGINE=InnoDB;
