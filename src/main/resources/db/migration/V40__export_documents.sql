-- Order, receipt and waybill of an order, each as it was last sent to China customs.
CREATE TABLE export_document (
  number         VARCHAR(20)     NOT NULL PRIMARY KEY COMMENT 'order number and a letter for the document',
  order_number   CHAR(12)        NOT NULL,
  paper          VARCHAR(10)     NOT NULL COMMENT 'ORDER RECEIPT WAYBILL',
  revision       INT             NOT NULL COMMENT 'how often it was sent',
  guid           CHAR(36)        NOT NULL,
  content_hash   CHAR(64)        NOT NULL COMMENT 'what customs have is not sent again',
  state          VARCHAR(20)     NOT NULL,
  known          BOOLEAN         NOT NULL COMMENT 'customs have some sending of it: the next is a change',
  customs_status INT             NULL COMMENT 'returnStatus of the receipt that decided the state',
  decided_at     DATETIME(3)     NULL COMMENT 'by the clock of customs',
  reason         VARBINARY(4100) NULL COMMENT 'sealed',
  sent_at        DATETIME(3)     NOT NULL,
  KEY export_document_order (order_number)
) ENGINE=InnoDB;

ALTER TABLE export_declaration
  ADD correction VARCHAR(60) NULL COMMENT 'what was changed after customs gave it back, for the next' AFTER reason;
