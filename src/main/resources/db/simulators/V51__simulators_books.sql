-- What each simulated partner was sent: its own books, which tell afterwards whether anything came twice.
CREATE TABLE simulator_book (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  partner    VARCHAR(40)  NOT NULL,
  operation  VARCHAR(40)  NOT NULL COMMENT 'in the partner''s words: IE415, CEB603, FWB, booking ...',
  identity   VARCHAR(120) NOT NULL COMMENT 'what the partner knows it by: LRN, copNo, reference ...',
  about      VARCHAR(40)  NOT NULL COMMENT 'house air waybill, master or order number in the message',
  digest     CHAR(64)     NOT NULL COMMENT 'SHA-256 of the message as it came',
  entered_at DATETIME(3)  NOT NULL,
  KEY simulator_book_identity (partner, operation, identity),
  KEY simulator_book_about (about)
) ENGINE=InnoDB;
