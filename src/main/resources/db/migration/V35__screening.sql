ALTER TABLE compliance_finding
  ADD COLUMN score INT NULL COMMENT 'of 100, how sure it is; null where it is no matter of degree' AFTER state;

CREATE TABLE compliance_same_day (
  seller_id    VARCHAR(40)   NOT NULL,
  day          DATE          NOT NULL COMMENT 'in Belgium, of placing',
  consignee    CHAR(16)      NOT NULL COMMENT 'keyed hash of name and address',
  order_number CHAR(12)      NOT NULL,
  value_eur    DECIMAL(14,2) NOT NULL,
  PRIMARY KEY (seller_id, day, consignee, order_number),
  KEY compliance_same_day_order (order_number)
) ENGINE=InnoDB;
