-- How an order was admitted into China, and what it bears, in yuan.
CREATE TABLE retail_import (
  order_number         CHAR(12)       NOT NULL PRIMARY KEY,
  buyer                VARBINARY(600) NOT NULL COMMENT 'sealed JSON: identity number and telephone, as corrected',
  verdict              VARCHAR(10)    NOT NULL COMMENT 'of which-retail-import.dmn: RETAIL, FULL_TAX, HOLD',
  in_full              BOOLEAN        NOT NULL COMMENT 'a clerk agreed to duty and taxes in full',
  value_yuan           DECIMAL(18,2)  NOT NULL COMMENT 'goods, transport and insurance',
  duty_yuan            DECIMAL(18,2)  NOT NULL,
  consumption_tax_yuan DECIMAL(18,2)  NOT NULL,
  vat_yuan             DECIMAL(18,2)  NOT NULL,
  assessed_at          DATETIME(3)    NOT NULL
) ENGINE=InnoDB;

-- The four papers of an order, each as it was sent last.
CREATE TABLE retail_paper (
  order_number   CHAR(12)        NOT NULL,
  kind           VARCHAR(10)     NOT NULL COMMENT 'ORDER, PAYMENT, WAYBILL, LIST',
  revision       INT             NOT NULL,
  number         VARCHAR(60)     NOT NULL COMMENT 'what receipts know it by',
  guid           CHAR(36)        NOT NULL,
  state          VARCHAR(20)     NOT NULL,
  customs_status INT             NULL COMMENT 'returnStatus of the receipt that decided the state',
  decided_at     DATETIME(3)     NULL COMMENT 'by the clock of customs',
  pre_no         VARCHAR(18)     NULL,
  invt_no        VARCHAR(18)     NULL COMMENT 'the number customs gave the list',
  reason         VARBINARY(4100) NULL COMMENT 'sealed: what customs said last',
  sent_at        DATETIME(3)     NOT NULL,
  PRIMARY KEY (order_number, kind),
  KEY retail_paper_number (kind, number)
) ENGINE=InnoDB;

-- What a buyer was admitted in a year. It outlives the orders, and names nobody.
CREATE TABLE retail_allowance (
  order_number CHAR(12)      NOT NULL PRIMARY KEY,
  buyer        CHAR(16)      NOT NULL COMMENT 'keyed hash of the identity number',
  year         INT           NOT NULL,
  yuan         DECIMAL(18,2) NOT NULL,
  KEY retail_allowance_buyer (buyer, year)
) ENGINE=InnoDB;

-- Whoever reckons a buyer's year holds its row, so that two orders at once do not both fit.
CREATE TABLE retail_buyer_year (
  buyer CHAR(16) NOT NULL,
  year  INT      NOT NULL,
  PRIMARY KEY (buyer, year)
) ENGINE=InnoDB;
