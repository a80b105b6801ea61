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
