-- What customs asked to see: uploaded by the seller or by a clerk, lodged with the next documents message.
CREATE TABLE import_document (
  id            CHAR(36)       NOT NULL PRIMARY KEY,
  order_number  CHAR(12)       NOT NULL,
  kind          VARCHAR(20)    NOT NULL COMMENT 'INVOICE PROOF_OF_PAYMENT LICENCE CERTIFICATE OTHER',
  name          VARBINARY(700) NOT NULL COMMENT 'sealed: of the file, as its uploader called it',
  content_type  VARCHAR(40)    NOT NULL COMMENT 'by its first bytes, whatever the uploader said',
  size          INT            NOT NULL COMMENT 'bytes of the file',
  sha256        CHAR(64)       NOT NULL COMMENT 'of the file, as customs is told it',
  body          MEDIUMBLOB     NOT NULL COMMENT 'sealed',
  uploaded_by   VARCHAR(60)    NOT NULL,
  uploaded_at   DATETIME(3)    NOT NULL,
  lodged_as     VARCHAR(40)    NULL COMMENT 'the documents message that took it to customs',
  lodged_at     DATETIME(3)    NULL,
  KEY import_document_order (order_number, uploaded_at)
) ENGINE=InnoDB;
