CREATE TABLE seller (
  id         VARCHAR(40)  NOT NULL PRIMARY KEY,
  name       VARCHAR(140) NOT NULL,
  country    CHAR(2)      NOT NULL,
  created_at DATETIME(3)  NOT NULL
) ENGINE=InnoDB;

-- The key itself is shown once and kept nowhere.
CREATE TABLE seller_api_key (
  key_hash   CHAR(64)    NOT NULL PRIMARY KEY COMMENT 'SHA-256, hexadecimal',
  seller_id  VARCHAR(40) NOT NULL,
  label      VARCHAR(60) NOT NULL,
  prefix     VARCHAR(12) NOT NULL COMMENT 'its beginning, by which people recognise it',
  created_at DATETIME(3) NOT NULL,
  UNIQUE KEY seller_api_key_label (seller_id, label),
  CONSTRAINT seller_api_key_seller FOREIGN KEY (seller_id) REFERENCES seller (id)
) ENGINE=InnoDB;
