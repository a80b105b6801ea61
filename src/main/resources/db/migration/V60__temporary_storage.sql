-- What customs was told to lie in temporary storage (presentation and declaration in one, G3 and G4): a flight in as many parts as messages carry.
CREATE TABLE import_storage (
  lrn                VARCHAR(22)     NOT NULL PRIMARY KEY,
  consignment_number VARCHAR(12)     NOT NULL,
  part               INT             NOT NULL,
  round              INT             NOT NULL COMMENT 'lodged again under a new LRN after a refusal: the highest of a part counts',
  houses             INT             NOT NULL,
  state              VARCHAR(12)     NOT NULL COMMENT 'LODGED REGISTERED REFUSED',
  mrn                CHAR(18)        NULL,
  reason             VARBINARY(4100) NULL COMMENT 'sealed: why it was refused',
  lodged_at          DATETIME(3)     NOT NULL,
  UNIQUE KEY import_storage_part (consignment_number, part, round)
) ENGINE=InnoDB;
