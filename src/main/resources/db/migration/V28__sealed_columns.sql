-- Personal data lies sealed: bytes of AES-GCM in the place of text. What was text stays readable as it is until the next
-- migration seals it. Nodes of the former version must not run beside this one.
ALTER TABLE orders
  ADD COLUMN consignor   VARBINARY(6000) NULL COMMENT 'sealed JSON of the party' AFTER insurance_cost,
  ADD COLUMN consignee   VARBINARY(6000) NULL COMMENT 'sealed JSON of the party' AFTER consignor,
  ADD COLUMN responsible VARBINARY(6000) NULL COMMENT 'sealed JSON of the party' AFTER consignee;

UPDATE orders SET
  consignor = CONVERT(JSON_OBJECT('name', consignor_name, 'street', consignor_street, 'city', consignor_city,
    'postcode', consignor_postcode, 'country', consignor_country, 'registration', consignor_registration,
    'email', consignor_email, 'phone', consignor_phone) USING utf8mb4),
  consignee = CONVERT(JSON_OBJECT('name', consignee_name, 'street', consignee_street, 'city', consignee_city,
    'postcode', consignee_postcode, 'country', consignee_country, 'registration', consignee_registration,
    'email', consignee_email, 'phone', consignee_phone) USING utf8mb4),
  responsible = IF(responsible_name IS NULL, NULL,
    CONVERT(JSON_OBJECT('name', responsible_name, 'street', responsible_street, 'city', responsible_city,
      'postcode', responsible_postcode, 'country', responsible_country, 'registration', responsible_registration,
      'email', responsible_email, 'phone', responsible_phone) USING utf8mb4));

ALTER TABLE orders
  MODIFY consignor VARBINARY(6000) NOT NULL COMMENT 'sealed JSON of the party',
  MODIFY consignee VARBINARY(6000) NOT NULL COMMENT 'sealed JSON of the party',
  DROP COLUMN consignor_name, DROP COLUMN consignor_street, DROP COLUMN consignor_city, DROP COLUMN consignor_postcode,
  DROP COLUMN consignor_country, DROP COLUMN consignor_registration, DROP COLUMN consignor_email,
  DROP COLUMN consignor_phone,
  DROP COLUMN consignee_name, DROP COLUMN consignee_street, DROP COLUMN consignee_city, DROP COLUMN consignee_postcode,
  DROP COLUMN consignee_country, DROP COLUMN consignee_registration, DROP COLUMN consignee_email,
  DROP COLUMN consignee_phone,
  DROP COLUMN responsible_name, DROP COLUMN responsible_street, DROP COLUMN responsible_city,
  DROP COLUMN responsible_postcode, DROP COLUMN responsible_country, DROP COLUMN responsible_registration,
  DROP COLUMN responsible_email, DROP COLUMN responsible_phone;

-- What the desk finds an order by, without the name standing anywhere.
CREATE TABLE order_word (
  token        BIGINT   NOT NULL COMMENT 'keyed hash of a word of the consignee''s name',
  order_number CHAR(12) NOT NULL,
  PRIMARY KEY (token, order_number),
  KEY order_word_order (order_number) COMMENT 'when the order is erased'
) ENGINE=InnoDB;

ALTER TABLE order_import_row
  MODIFY content LONGBLOB NULL COMMENT 'sealed JSON: column and text of every cell that is not empty';

ALTER TABLE freight_house
  ADD COLUMN traders VARBINARY(8000) NULL COMMENT 'sealed JSON: consignor and consignee' AFTER hs_codes;

UPDATE freight_house SET traders = CONVERT(JSON_OBJECT(
    'consignor', JSON_OBJECT('name', consignor_name, 'street', consignor_street, 'city', consignor_city,
      'postcode', consignor_postcode, 'country', consignor_country),
    'consignee', JSON_OBJECT('name', consignee_name, 'street', consignee_street, 'city', consignee_city,
      'postcode', consignee_postcode, 'country', consignee_country)) USING utf8mb4);

ALTER TABLE freight_house
  MODIFY traders VARBINARY(8000) NOT NULL COMMENT 'sealed JSON: consignor and consignee',
  MODIFY question VARBINARY(4100) NULL COMMENT 'sealed: what the authority wants to know',
  DROP COLUMN consignor_name, DROP COLUMN consignor_street, DROP COLUMN consignor_city, DROP COLUMN consignor_postcode,
  DROP COLUMN consignor_country,
  DROP COLUMN consignee_name, DROP COLUMN consignee_street, DROP COLUMN consignee_city, DROP COLUMN consignee_postcode,
  DROP COLUMN consignee_country;

ALTER TABLE compliance_finding
  MODIFY subject VARBINARY(2500) NOT NULL COMMENT 'sealed: what was judged; an acceptance holds for it alone',
  MODIFY detail  VARBINARY(6100) NOT NULL COMMENT 'sealed',
  MODIFY note    VARBINARY(4100) NULL COMMENT 'sealed';

ALTER TABLE delivery
  ADD COLUMN address VARBINARY(3000) NULL
    COMMENT 'sealed JSON: as a clerk corrected it; the order keeps what the seller wrote' AFTER refusal;

UPDATE delivery SET address = CONVERT(JSON_OBJECT('street', street, 'postcode', postcode, 'city', city) USING utf8mb4)
 WHERE COALESCE(street, postcode, city) IS NOT NULL;

ALTER TABLE delivery
  MODIFY refusal VARBINARY(2100) NULL COMMENT 'sealed: why the carrier made no label',
  DROP COLUMN street, DROP COLUMN postcode, DROP COLUMN city;

ALTER TABLE delivery_event
  MODIFY says VARBINARY(900) NULL COMMENT 'sealed';

ALTER TABLE delivery_label
  MODIFY body MEDIUMBLOB NOT NULL COMMENT 'sealed';

ALTER TABLE import_declaration
  MODIFY reason VARBINARY(4100) NULL COMMENT 'sealed';

ALTER TABLE export_declaration
  MODIFY reason VARBINARY(4100) NULL COMMENT 'sealed';

ALTER TABLE export_waybill_list
  MODIFY reason VARBINARY(4100) NULL COMMENT 'sealed';

ALTER TABLE import_paper
  MODIFY note VARBINARY(4100) NULL COMMENT 'sealed',
  MODIFY contradiction VARBINARY(4100) NULL COMMENT 'sealed';

ALTER TABLE exchange_inquiry
  MODIFY note VARBINARY(1100) NULL COMMENT 'sealed: who answered there';

ALTER TABLE timeline_event
  MODIFY note VARBINARY(2100) NULL COMMENT 'sealed';

ALTER TABLE operations_discard
  MODIFY reason VARBINARY(1100) NOT NULL COMMENT 'sealed';
