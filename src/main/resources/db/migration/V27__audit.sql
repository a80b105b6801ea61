-- Who did what when. Writers leave entries in audit_waiting, in their own transaction; the sealer
-- gives each its number and its place in the chain of hashes. States before and after are sealed.
CREATE TABLE audit_waiting (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at           DATETIME(6)  NOT NULL,
  who          VARCHAR(80)  NOT NULL,
  kind         VARCHAR(20)  NOT NULL,
  act          VARCHAR(40)  NOT NULL,
  about        VARCHAR(40)  NULL COMMENT 'order or consignment',
  thing        VARCHAR(190) NULL COMMENT 'message, task, model, account, table',
  rule         VARCHAR(250) NULL COMMENT 'rule table and version',
  before_state LONGBLOB     NULL,
  after_state  LONGBLOB     NULL,
  mac          BINARY(16)   NOT NULL COMMENT 'with a key outside the database'
) ENGINE=InnoDB;

CREATE TABLE audit_entry (
  number       BIGINT       NOT NULL PRIMARY KEY,
  at           DATETIME(6)  NOT NULL,
  who          VARCHAR(80)  NOT NULL,
  kind         VARCHAR(20)  NOT NULL,
  act          VARCHAR(40)  NOT NULL,
  about        VARCHAR(40)  NULL,
  thing        VARCHAR(190) NULL,
  rule         VARCHAR(250) NULL,
  before_state LONGBLOB     NULL,
  after_state  LONGBLOB     NULL,
  mac          BINARY(16)   NOT NULL,
  previous     BINARY(32)   NOT NULL,
  hash         BINARY(32)   NOT NULL,
  KEY audit_entry_about (about, number),
  KEY audit_entry_thing (thing, number),
  KEY audit_entry_who (who, number),
  KEY audit_entry_kind (kind, number),
  KEY audit_entry_at (at)
) ENGINE=InnoDB;

-- The end of the chain, and the lock of the one who seals.
CREATE TABLE audit_head (
  one    TINYINT    NOT NULL PRIMARY KEY,
  number BIGINT     NOT NULL,
  hash   BINARY(32) NOT NULL,
  mac    BINARY(16) NULL
) ENGINE=InnoDB;
INSERT INTO audit_head (one, number, hash, mac) VALUES (1, 0, REPEAT(X'00', 32), NULL);

CREATE TABLE audit_verification (
  one         TINYINT       NOT NULL PRIMARY KEY,
  verified_at DATETIME(3)   NOT NULL,
  verified_by VARCHAR(80)   NOT NULL,
  entries     BIGINT        NOT NULL,
  anchors     BIGINT        NOT NULL,
  millis      BIGINT        NOT NULL,
  damages     INT           NOT NULL,
  words       VARCHAR(4000) NOT NULL
) ENGINE=InnoDB;

-- What was last seen of things that people change outside the program.
CREATE TABLE audit_seen (
  thing   VARCHAR(190)  NOT NULL PRIMARY KEY,
  state   VARCHAR(1000) NOT NULL,
  seen_at DATETIME(3)   NOT NULL
) ENGINE=InnoDB;
