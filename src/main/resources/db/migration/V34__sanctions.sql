CREATE TABLE sanctions_list (
  version      BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  state        VARCHAR(10)  NOT NULL COMMENT 'PROPOSED IN_FORCE FORMER DISCARDED',
  format       VARCHAR(4)   NOT NULL COMMENT 'XML CSV',
  file_name    VARCHAR(190) NOT NULL,
  file_size    BIGINT       NOT NULL,
  sha256       CHAR(64)     NOT NULL COMMENT 'of the file as it was published',
  original     LONGBLOB     NOT NULL COMMENT 'gzip of that file',
  generated_on DATE         NOT NULL COMMENT 'the day the publisher wrote into it',
  entries      INT          NOT NULL,
  names        INT          NOT NULL,
  demonstration BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'invented names',
  taken_at     DATETIME(3)  NOT NULL,
  taken_by     VARCHAR(80)  NOT NULL,
  decided_at   DATETIME(3)  NULL COMMENT 'brought into force, or discarded',
  decided_by   VARCHAR(80)  NULL,
  ended_at     DATETIME(3)  NULL COMMENT 'another one came into force',
  KEY sanctions_list_state (state, version),
  KEY sanctions_list_file (sha256)
) ENGINE=InnoDB;

CREATE TABLE sanctions_cleared (
  id           BIGINT          NOT NULL AUTO_INCREMENT PRIMARY KEY,
  party_token  CHAR(16)        NOT NULL COMMENT 'keyed hash of name and address',
  entry        VARCHAR(60)     NOT NULL COMMENT 'logical id of the entry it was compared with',
  entry_digest CHAR(32)        NOT NULL COMMENT 'of the entry as the clerk saw it',
  entry_name   VARBINARY(1300) NOT NULL COMMENT 'sealed: a party may bear the same name',
  score        INT             NOT NULL,
  party        VARBINARY(4000) NOT NULL COMMENT 'sealed JSON: name and address',
  order_number CHAR(12)        NULL COMMENT 'on which it was decided',
  clerk        VARCHAR(80)     NOT NULL,
  note         VARBINARY(4100) NULL COMMENT 'sealed',
  decided_at   DATETIME(3)     NOT NULL,
  withdrawn_at DATETIME(3)     NULL,
  withdrawn_by VARCHAR(80)     NULL,
  KEY sanctions_cleared_party (party_token, entry)
) ENGINE=InnoDB;
