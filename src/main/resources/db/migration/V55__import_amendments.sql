-- What a declarant asked customs to change of a declaration (IE413), and what customs said.
CREATE TABLE import_amendment (
  lrn           VARCHAR(22)     NOT NULL,
  number        INT             NOT NULL,
  order_number  CHAR(12)        NOT NULL,
  item          INT             NOT NULL COMMENT 'number of the goods item',
  hs_code       VARCHAR(10)     NULL COMMENT 'NULL: as declared',
  price         DECIMAL(14,2)   NULL COMMENT 'of all its pieces, in the currency of the order; NULL: as declared',
  reason        VARBINARY(4100) NOT NULL COMMENT 'sealed',
  state         VARCHAR(12)     NOT NULL COMMENT 'ASKED ACCEPTED REFUSED',
  asked_at      DATETIME(3)     NOT NULL,
  asked_by      VARCHAR(60)     NOT NULL,
  decided_at    DATETIME(3)     NULL COMMENT 'as customs dated it',
  answer        VARBINARY(4100) NULL COMMENT 'sealed: why it was refused',
  PRIMARY KEY (lrn, number),
  KEY import_amendment_order (order_number)
) ENGINE=InnoDB;
