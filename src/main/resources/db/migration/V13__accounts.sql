CREATE TABLE account (
  username      VARCHAR(60)  NOT NULL PRIMARY KEY,
  name          VARCHAR(140) NOT NULL,
  password_hash VARCHAR(100) NOT NULL COMMENT 'bcrypt',
  seller_id     VARCHAR(40)  NULL COMMENT 'whose orders a seller''s account sees',
  created_at    DATETIME(3)  NOT NULL
) ENGINE=InnoDB;

CREATE TABLE account_belonging (
  username VARCHAR(60) NOT NULL,
  kind     VARCHAR(4)  NOT NULL COMMENT 'role or desk',
  name     VARCHAR(40) NOT NULL,
  PRIMARY KEY (username, kind, name),
  CONSTRAINT account_belonging_account FOREIGN KEY (username) REFERENCES account (username)
) ENGINE=InnoDB;
